using System.Globalization;
using System.Text.RegularExpressions;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>One thing to say, in a few variants per language. Which one is said depends on the turn alone, so a retry says the same.</summary>
internal sealed class Phrase(string[] french, string[] english)
{
    private readonly Regex[] _said = [.. french.Concat(english).Select(Pattern)];

    /// <summary>The plainest variant.</summary>
    public string First(string language, params object[] values) => Fill(Variants(language)[0], values);

    public string Of(TurnSession session, params object[] values) => Of(session.Language, session.Turn.TurnId.Value, values);

    public string Of(string language, Guid seed, params object[] values)
    {
        var variants = Variants(language);
        return Fill(variants[StableHash(seed) % variants.Length], values);
    }

    /// <summary>Whether a text that was sent holds this phrase, whatever filled it.</summary>
    public bool WasSaid(string? text) => text is not null && Array.Exists(_said, pattern => pattern.IsMatch(text));

    private string[] Variants(string language) => language == "en" ? english : french;

    private static string Fill(string template, object[] values) => string.Format(CultureInfo.InvariantCulture, template, values);

    // FNV-1a: unlike GetHashCode it is the same in every process.
    private static int StableHash(Guid seed)
    {
        var hash = 2166136261u;
        foreach (var value in seed.ToByteArray())
        {
            hash = (hash ^ value) * 16777619u;
        }

        return (int)(hash % int.MaxValue);
    }

    private static Regex Pattern(string template)
    {
        var parts = Regex.Split(template, @"\{\d\}").Select(Regex.Escape);
        return new Regex(string.Join(@"[\s\S]*", parts), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}
