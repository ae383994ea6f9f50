using System.Globalization;
using System.Text.RegularExpressions;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>One thing to say, in a few variants per language, the plainest first. Which one is said depends on the turn alone, so a retry says the same.</summary>
internal sealed class Phrase(string[] french, string[] english)
{
    private readonly Lazy<Regex[]> _said = new(() => [.. french.Concat(english).Select(Pattern)]);

    /// <summary>The plainest variant.</summary>
    public string First(string language, params object[] values) => Fill(Variants(language)[0], values);

    public string Of(TurnSession session, params object[] values) => Of(session.Turn, session.Language, values);

    /// <summary>A warm shop has all variants, a neutral one the plainer half, a brief one the plainest.</summary>
    public string Of(TurnContext turn, string language, params object[] values)
    {
        var variants = Variants(language);
        var among = turn.Tenant.Assistant.Tone switch
        {
            "brief" => 1,
            "neutral" => (variants.Length + 1) / 2,
            _ => variants.Length,
        };
        return Fill(variants[TurnSeed.Of(turn) % among], values);
    }

    /// <summary>Whether a text that was sent holds this phrase, whatever filled it.</summary>
    public bool WasSaid(string? text) => text is not null && Array.Exists(_said.Value, pattern => pattern.IsMatch(text));

    private string[] Variants(string language) => language == "en" ? english : french;

    private static string Fill(string template, object[] values) => string.Format(CultureInfo.InvariantCulture, template, values);

    private static Regex Pattern(string template)
    {
        var parts = Regex.Split(template, @"\{\d\}").Select(Regex.Escape);
        return new Regex(string.Join(@"[\s\S]*", parts), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }
}
