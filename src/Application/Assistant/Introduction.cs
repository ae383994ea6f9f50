using System.Text.RegularExpressions;
using WaSaas.Application.Assistant.Embedded;
using WaSaas.Application.Conversations;

namespace WaSaas.Application.Assistant;

/// <summary>The first answer to a customer says that an assistant answers; every brain's, so it is said here.</summary>
internal static partial class Introduction
{
    private static readonly Phrase OwnWords = new(["{0} Je suis l'assistant automatique de {1}."], ["{0} I am the automatic assistant of {1}."]);

    private static readonly Phrase OwnWordsNamed = new(["{0} Je suis {2}, l'assistant automatique de {1}."], ["{0} I am {2}, the automatic assistant of {1}."]);

    public static string Before(TurnContext turn, string language, string text)
    {
        text = turn.OpenRequest is null ? text : $"{MannersWording.NobodyCame.First(language)} {text}".TrimEnd();
        return turn.FirstAnswer ? Join(Of(turn, language), OwnGreeting().Replace(text, "").TrimStart()) : text;
    }

    private static string Join(string introduction, string rest) =>
        rest.Length == 0 ? introduction : $"{introduction} {char.ToUpperInvariant(rest[0])}{rest[1..]}";

    private static string Of(TurnContext turn, string language)
    {
        var (profile, shop) = (turn.Tenant.Assistant, UntrustedText.Clean(turn.Tenant.Name));
        var name = profile.Name is { Length: > 0 } given ? UntrustedText.Clean(given) : null;

        // The vendor wrote her greeting in the shop's language; who speaks another one gets ours.
        if (profile.Greeting is { Length: > 0 } own && language == turn.Tenant.Language)
        {
            own = Closed(UntrustedText.Clean(own));
            return name is null ? OwnWords.First(language, own, shop) : OwnWordsNamed.First(language, own, shop, name);
        }

        var greeting = Greetings.At(turn, language);
        return name is null ? Wording.Introduction.First(language, greeting, shop) : Wording.NamedIntroduction.First(language, greeting, shop, name);
    }

    private static string Closed(string sentence) => sentence[^1] is '.' or '!' or '?' or '…' ? sentence : $"{sentence}.";

    // Greeting twice in one message would sound like a machine that does not listen to itself.
    [GeneratedRegex(
        @"^\s*(?:bonjour|bonsoir|salut|hello|hi|hey|good (?:morning|evening|afternoon))(?: (?:à vous|madame|monsieur|there|et bienvenue[^.!?\n]{0,80}|and welcome[^.!?\n]{0,80}|(?-i:\p{Lu}[\p{L}-]{0,20})))?\s*[.!,]+\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OwnGreeting();
}
