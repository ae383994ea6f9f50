using System.Globalization;

namespace WaSaas.Infrastructure.Speech;

/// <summary>Calls the speech service: one retry for what may pass, answers bounded in size. Never throws for the other side.</summary>
internal sealed class SpeechClient(HttpClient http, TimeProvider clock)
{
    private const int MaxTries = 2;
    private const int MaxAnswerBytes = 8 * 1024 * 1024;
    private const int ShortestPauseMilliseconds = 150;
    private const int LongestPauseMilliseconds = 500;

    public async Task<SpeechAnswer> PostAsync(string path, Func<HttpContent> content, CancellationToken ct)
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await TryAsync(path, content, ct);
            if (answer.IsSuccess || !answer.MayPass || tries == MaxTries)
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(ShortestPauseMilliseconds, LongestPauseMilliseconds)), clock, ct);
        }
    }

    private async Task<SpeechAnswer> TryAsync(string path, Func<HttpContent> content, CancellationToken ct)
    {
        try
        {
            using var body = content();
            using var response = await http.PostAsync(new Uri(path, UriKind.Relative), body, ct);
            var status = (int)response.StatusCode;
            var read = await response.Content.ReadAsByteArrayAsync(ct);
            return response.IsSuccessStatusCode
                ? new SpeechAnswer(read, null, status, MayPass: false)
                : new SpeechAnswer(read, string.Create(CultureInfo.InvariantCulture, $"http_{status}"), status, MayPass: status is 408 or 429 or >= 500);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            // What took the whole time once is not worth the customer's patience twice.
            var timedOut = failure is OperationCanceledException;
            return new SpeechAnswer([], timedOut ? "timeout" : "network", 0, MayPass: !timedOut);
        }
    }

    public static void Configure(HttpClient http, SpeechOptions options)
    {
        http.BaseAddress = new Uri($"{options.BaseUrl!.TrimEnd('/')}/");
        http.Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
        http.MaxResponseContentBufferSize = MaxAnswerBytes;
        if (!string.IsNullOrWhiteSpace(options.ApiKey))
        {
            http.DefaultRequestHeaders.Authorization = new("Bearer", options.ApiKey);
        }
    }
}

/// <param name="Body">What came back.</param>
/// <param name="Failure">A code for logs; null on success.</param>
/// <param name="Status">HTTP status; 0 when there was no answer.</param>
/// <param name="MayPass">Another try may succeed.</param>
internal sealed record SpeechAnswer(byte[] Body, string? Failure, int Status, bool MayPass)
{
    public bool IsSuccess => Failure is null;
}
