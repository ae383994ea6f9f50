using System.Text.RegularExpressions;
using WaSaas.Application.Assistant.Language;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>A customer's name, when she gives it. Taken as written, it is hers to spell.</summary>
internal static partial class CustomerNames
{
    private const int Longest = 60;
    private const int MostWords = 4;

    private static readonly HashSet<string> NoNames =
        [.. "au aux mon ma numero whatsapp tel telephone phone my number contact appelez joindre call oui non ok pas ne veux livrez livraison".Split(' ')];

    /// <param name="text">As written.</param>
    /// <param name="isAsked">The name was asked for and nothing else is wanted: the words themselves are it.</param>
    public static string? In(string text, bool isAsked)
    {
        if (Introduced().Match(text) is { Success: true } told && Trimmed(told.Groups["name"].Value) is { } name)
        {
            return name;
        }

        if (WithTitle().Match(text) is { Success: true } titled && PhoneSpans.In(text).Count > 0 && Trimmed(titled.Value) is { } lady)
        {
            return lady;
        }

        if (BesidePhone(text) is { } beside)
        {
            return beside;
        }

        return isAsked && Affirmation.Of(text) == Answer.Unclear ? Alone(text) : null;
    }

    // A phone number often comes in the same breath.
    private static string? Alone(string text) => text.Split(['\n', ','])
        .Select(line => Trimmed(Opening().Replace(WithoutPhones(line), "")))
        .FirstOrDefault(name => name is not null);

    /// <summary>A line of a burst that is first name, last name and number, whatever the other lines are about.</summary>
    private static string? BesidePhone(string text) => text.Split('\n')
        .Where(line => text.Length > line.Length && PhoneSpans.In(line) is [{ Start: > 0 }])
        .Select(line => Trimmed(WithoutPhones(line)))
        .FirstOrDefault(name => name?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: 2 or 3 } words && Array.TrueForAll(words, word => word.All(c => char.IsLetter(c) || c is '-' or '\'')));

    private static string WithoutPhones(string line)
    {
        foreach (var phone in PhoneSpans.In(line).AsEnumerable().Reverse())
        {
            line = line.Remove(phone.Start, phone.End - phone.Start);
        }

        return line;
    }

    private static string? Trimmed(string words)
    {
        var name = GoingOn().Split(words)[0].Trim(' ', '.', ',', '!', ';', ':', '-');
        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return name.Length is > 1 and <= Longest && parts.Length <= MostWords && !name.Contains('?', StringComparison.Ordinal) && name.Any(char.IsLetter) && !name.Any(char.IsDigit)
            && !TextTokens.Of(name).Exists(word => NoNames.Contains(word.Text)) ? name : null;
    }

    [GeneratedRegex(
        @"(?:je m['’ ]?appelle|mon nom (?:c['’]est|est)|au nom de|nom\s?:|my name is|name\s?:|in the name of)\s+(?<name>\p{L}[\p{L}'’ -]{0,59})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Introduced();

    [GeneratedRegex(@"\b(?:Mme|Mlle|Mr|M\.|Monsieur|Madame|Mrs|Ms) \p{Lu}[\p{L}'’-]{1,29}(?: \p{Lu}[\p{L}'’-]{1,29})?", RegexOptions.CultureInvariant)]
    private static partial Regex WithTitle();

    [GeneratedRegex(@"\s(?:et|and|mon|my|je|j|le|au|tel|c)[\s'’]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GoingOn();

    [GeneratedRegex(@"^\s*(?:(?:moi )?c['’ ]est|moi|je suis|it['’]?s|i['’ ]?a?m|mon num[ée]ro|num[ée]ro|t[ée]l|et|and|le)\s+(?:au nom de\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
