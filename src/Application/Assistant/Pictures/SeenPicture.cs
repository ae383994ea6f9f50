using System.Text.Json;

namespace WaSaas.Application.Assistant.Pictures;

internal enum SeenKind
{
    Other = 0,
    Article = 1,
    Payment = 2,
}

/// <summary>What a model says that it saw. Not believed: references are looked up, words are searched for, payments are checked by the vendor.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="References">Products of the shop, the likeliest first.</param>
/// <param name="Words">What an article may be called.</param>
internal sealed record SeenPicture(SeenKind Kind, IReadOnlyList<string> References, string Words)
{
    private const int MostReferences = 3;
    private const int MaxWords = 80;

    /// <summary>Null when it is not the object that was asked for; models like to talk around it.</summary>
    public static SeenPicture? Read(string answer)
    {
        var (start, end) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        if (start < 0 || end < start)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Wire>(answer.AsSpan(start, end - start + 1), JsonSerializerOptions.Web) is { Kind: { } kind } wire
                ? new SeenPicture(KindOf(kind), [.. (wire.References ?? []).OfType<string>().Take(MostReferences)], UntrustedText.Clean(wire.Words ?? "", MaxWords))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SeenKind KindOf(string kind) => kind switch
    {
        "article" => SeenKind.Article,
        "payment" => SeenKind.Payment,
        _ => SeenKind.Other,
    };

    private sealed record Wire(string? Kind, string?[]? References, string? Words);
}
