using System.ClientModel;
using System.Globalization;
using Microsoft.Extensions.AI;
using WaSaas.Application.Assistant;

namespace WaSaas.Infrastructure.Llm;

/// <summary>Bounds each call in time, tries once more what may pass, and leaves a provider alone that keeps failing.</summary>
internal sealed class ResilientChatClient(IChatClient inner, TimeSpan timeout, CircuitBreakers breakers, TimeProvider clock) : DelegatingChatClient(inner)
{
    private const int MaxTries = 2;
    private const int ShortestPauseMilliseconds = 150;
    private const int LongestPauseMilliseconds = 500;

    /// <summary>A provider that asks for a longer pause than this is not waited for.</summary>
    private static readonly TimeSpan LongestAskedPause = TimeSpan.FromSeconds(2);

    /// <exception cref="BrainFailedException">The provider is not to be had; the code says why.</exception>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var breaker = breakers.Of(options);
        var asked = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        for (var tries = 1; ; tries++)
        {
            if (breaker.IsOpen)
            {
                throw new BrainFailedException("circuit_open");
            }

            try
            {
                return await TryAsync(asked, options, breaker, cancellationToken);
            }
            catch (ProviderException failure) when (tries < MaxTries && failure.Pause is { } pause)
            {
                await Task.Delay(pause, clock, cancellationToken);
            }
            catch (ProviderException failure)
            {
                throw new BrainFailedException(failure.Code, failure);
            }
        }
    }

    private async Task<ChatResponse> TryAsync(IReadOnlyList<ChatMessage> messages, ChatOptions? options, CircuitBreaker breaker, CancellationToken ct)
    {
        using var time = new CancellationTokenSource(timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, time.Token);
        try
        {
            var answer = await base.GetResponseAsync(messages, options, both.Token);
            breaker.Succeeded();
            return answer;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            if (!IsAboutPictures(failure, messages))
            {
                breaker.Failed();
            }

            throw Read(failure);
        }
    }

    private static ProviderException Read(Exception failure) => failure switch
    {
        ClientResultException { Status: > 0 } refused => new ProviderException(
            string.Create(CultureInfo.InvariantCulture, $"http_{refused.Status}"), MayPass(refused.Status) ? PauseAfter(refused) : null, refused),
        ClientResultException or HttpRequestException or IOException => new ProviderException("network", Jitter(), failure),
        OperationCanceledException => new ProviderException("timeout", Jitter(), failure),
        _ => new ProviderException("unreadable", null, failure),
    };

    /// <summary>A model that reads no pictures is not out of order: it goes on answering words.</summary>
    private static bool IsAboutPictures(Exception failure, IReadOnlyList<ChatMessage> messages) =>
        failure is ClientResultException { Status: 400 or 404 or 415 or 422 } && messages.Any(message => message.Contents.OfType<DataContent>().Any());

    private static bool MayPass(int status) => status is 408 or 429 or >= 500;

    private static TimeSpan? PauseAfter(ClientResultException refused)
    {
        var asked = refused.GetRawResponse()?.Headers.TryGetValue("retry-after", out var value) == true
            && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        return asked > LongestAskedPause ? null : asked + Jitter();
    }

    // Many conversations that failed together must not come back together.
    private static TimeSpan Jitter() => TimeSpan.FromMilliseconds(Random.Shared.Next(ShortestPauseMilliseconds, LongestPauseMilliseconds));

    /// <summary>One try that failed; with a pause when another may succeed.</summary>
    private sealed class ProviderException(string code, TimeSpan? pause, Exception cause) : Exception(code, cause)
    {
        public string Code { get; } = code;

        public TimeSpan? Pause { get; } = pause;
    }
}
