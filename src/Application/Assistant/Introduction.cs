using System.Text.RegularExpressions;
using WaSaas.Application.Assistant.Embedded;

namespace WaSaas.Application.Assistant;

/// <summary>The first answer to a customer says that an assistant answers; every brain's, so it is said here.</summary>
internal static partial class Introduction
{
    public static string Before(TurnContext turn, string language, string text)
    {
        if (!turn.FirstAnswer)
        {
            return text;
        }

        var (greeting, shop) = (Greetings.At(turn, language), UntrustedText.Clean(turn.Tenant.Name));
        var introduction = turn.Tenant.Assistant.Name is { Length: > 0 } name
            ? Wording.NamedIntroduction.First(language, greeting, shop, UntrustedText.Clean(name))
            : Wording.Introduction.First(language, greeting, shop);
        var rest = OwnGreeting().Replace(text, "").TrimStart();
        return rest.Length == 0 ? introduction : $"{introduction} {char.ToUpperInvariant(rest[0])}{rest[1..]}";
    }

    // Greeting twice in one message would sound like a machine that does not listen to itself.
    [GeneratedRegex(
        @"^\s*(?:bonjour|bonsoir|salut|hello|hi|hey|good (?:morning|evening|afternoon))(?: (?:à vous|madame|monsieur|there|et bienvenue[^.!?\n]{0,80}|and welcome[^.!?\n]{0,80}|(?-i:\p{Lu}[\p{L}-]{0,20})))?\s*[.!,]+\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnGreeting();
}
