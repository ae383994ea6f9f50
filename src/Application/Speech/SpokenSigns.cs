using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WaSaas.Application.Speech;

/// <summary>Takes away what is only for the eye, and closes the gaps that it leaves.</summary>
internal static partial class SpokenSigns
{
    /// <summary>No links, no markdown, no emoji; digits of any script as 0 to 9, all spaces alike.</summary>
    public static string WithoutMarks(string text)
    {
        var lines = Links().Replace(text.Normalize(NormalizationForm.FormKC), "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Plain(string.Join(' ', lines.Select((line, i) => Sentence(line, isLast: i == lines.Length - 1))));
    }

    /// <summary>What is still a sign becomes its word or nothing.</summary>
    public static string Tidy(string text, SpokenLanguage spoken)
    {
        text = text.Replace("&", $" {spoken.And} ", StringComparison.Ordinal)
            .Replace("+", $" {spoken.Plus} ", StringComparison.Ordinal)
            .Replace("=", $" {spoken.Equal} ", StringComparison.Ordinal)
            .Replace("%", $" {spoken.PerCent} ", StringComparison.Ordinal);
        text = Unspoken().Replace(text, " ");
        text = Spaces().Replace(text, " ");
        text = SpaceBeforeMark().Replace(text, "$1");
        return DoubledMark().Replace(text, "$1").Trim(' ', ',', ';', ':');
    }

    // A list read aloud needs a pause at the end of each line.
    private static string Sentence(string line, bool isLast)
    {
        var said = Bullet().Replace(line, "").TrimEnd();
        return isLast || said.Length == 0 || ".!?:;,…".Contains(said[^1], StringComparison.Ordinal) ? said : said + ".";
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(Plain(rune));
        }

        return plain.ToString();
    }

    private static string Plain(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.DecimalDigitNumber => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
        UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => Value(rune),
        UnicodeCategory.SpaceSeparator or UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
        UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.PrivateUse
            or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.ModifierSymbol => "",
        UnicodeCategory.OtherSymbol => rune.Value == '°' ? "°" : " ",
        UnicodeCategory.DashPunctuation => "-",
        _ => "*_~`#|<>[]{}^\\".Contains(rune.ToString(), StringComparison.Ordinal) ? " " : rune.ToString(),
    };

    private static string Value(Rune rune) => Rune.GetNumericValue(rune) is >= 0 and < long.MaxValue and var value && value % 1 == 0
        ? $" {((long)value).ToString(CultureInfo.InvariantCulture)} "
        : " ";

    [GeneratedRegex(@"(?:https?://|www\.)\S+|\S+@\S+\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|fr|ci|tg|bj|sn|me|io|app|shop)\b(?:/\S*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Links();

    [GeneratedRegex(@"^\s*(?:[•▪◦‣·*–—>#-]+\s+|#+\s*)")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{Nd}\s.,;:!?'’()«»""…-]|(?<!\p{L})-+|-+(?!\p{L})")]
    private static partial Regex Unspoken();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+([.,!?;:)…])")]
    private static partial Regex SpaceBeforeMark();

    [GeneratedRegex(@"([.,;:!?])(?:[.,;:])+")]
    private static partial Regex DoubledMark();
}
