using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using WaSaas.Application.Assistant;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>
/// Reads the amounts of what was sent a second time, in another way than the guard does, and compares them with what the
/// trace says that tools returned. Whatever is left was invented.
/// </summary>
internal static partial class OwnAmounts
{
    /// <param name="answer">What was sent, with its trace.</param>
    /// <param name="known">Numbers that belong to names of products and to the shop's profile.</param>
    public static IReadOnlyList<decimal> Ungrounded(AssistantAnswer answer, params decimal[] known)
    {
        var grounded = answer.Trace.Where(step => step.Name != "guard").SelectMany(step => Minors(step.Result)).Select(minor => (decimal)minor).Concat(known).ToHashSet();
        return [.. answer.Texts.SelectMany(In).Where(amount => amount >= 100 && !grounded.Contains(amount))];
    }

    /// <summary>Every number of a text, digit runs joined over one separator when three digits follow, words of thousands included.</summary>
    public static IEnumerable<decimal> In(string text)
    {
        var plain = new string([.. text.Normalize(NormalizationForm.FormKC).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)]);
        foreach (Match run in Runs().Matches(plain))
        {
            var digits = Separators().Replace(run.Groups[1].Value, "");
            var number = decimal.Parse(string.Concat(digits.Select(c => ((int)char.GetNumericValue(c)).ToString(CultureInfo.InvariantCulture))), CultureInfo.InvariantCulture);
            yield return run.Groups[2].Success ? number * 1_000 : number;
        }

        foreach (Match _ in Spelt().Matches(plain.ToLowerInvariant()))
        {
            yield return 1_000;
        }
    }

    private static IEnumerable<long> Minors(string json)
    {
        if (!json.StartsWith('{'))
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return [.. Walk(document.RootElement)];
    }

    private static IEnumerable<long> Walk(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property is { Name: "minor", Value.ValueKind: JsonValueKind.Number } ? [property.Value.GetInt64()] : Walk(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Walk),
        _ => [],
    };

    [GeneratedRegex(@"(\d+(?:[ .,'\u00a0\u202f]\d{3}(?!\d))*)(\s?(?:k|mille|thousand)\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex Runs();

    [GeneratedRegex(@"[ .,'\u00a0\u202f]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"(?<!\d\s?)\b(?:mille|thousand|cents? francs|hundred francs)\b")]
    private static partial Regex Spelt();
}
