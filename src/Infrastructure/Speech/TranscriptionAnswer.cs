using System.Text.Json;
using WaSaas.Application.Speech;

namespace WaSaas.Infrastructure.Speech;

/// <summary>Reads what services answer: plain text, text with segments, or text with probabilities of tokens.</summary>
internal static class TranscriptionAnswer
{
    /// <summary>Null when it is no transcription at all.</summary>
    public static Transcript? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                ? new Transcript(text.GetString()!.Trim(), ConfidenceOf(root), LanguageOf(root))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static double? ConfidenceOf(JsonElement root)
    {
        var logs = Numbers(root, "segments", "avg_logprob").Concat(Numbers(root, "logprobs", "logprob")).ToList();
        if (logs.Count == 0)
        {
            return null;
        }

        var silence = Numbers(root, "segments", "no_speech_prob").DefaultIfEmpty(0).Max();
        return Math.Round(Math.Clamp(Math.Exp(logs.Average()) * (1 - silence), 0, 1), 3);
    }

    private static IEnumerable<double> Numbers(JsonElement root, string list, string field)
    {
        if (!root.TryGetProperty(list, out var items) || items.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var item in items.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number)
            {
                yield return value.GetDouble();
            }
        }
    }

    // Some write the name, some the code.
    private static string? LanguageOf(JsonElement root) =>
        root.TryGetProperty("language", out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!.Trim().ToLowerInvariant() switch
            {
                "french" or "français" or "fr" => "fr",
                "english" or "en" => "en",
                { Length: 2 } code => code,
                _ => null,
            }
            : null;
}
