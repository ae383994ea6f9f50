using System.Collections.Frozen;
using WaSaas.Application.Assistant.Embedded;
using WaSaas.Application.Assistant.Language;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>Whether more is to come in a burst, by what it holds so far.</summary>
internal static class BurstPace
{
    private static readonly FrozenSet<string> GreetingWords =
        ("bonjour bonsoir salut coucou hello hi hey good morning afternoon evening day ca va comment allez vous tu vas how are you doing "
        + "madame monsieur mme mr madam sir la le boutique shop s il plait svp please").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <param name="burst">What waits for an answer, the newest last.</param>
    public static Pace Of(IReadOnlyList<MessageContent> burst) =>
        EndsBurst(burst[^1]) ? Pace.AtOnce
        : burst.Any(IsUnwrittenVoice) || burst.All(IsGreeting) ? Pace.Slower
        : Pace.Usual;

    private static bool EndsBurst(MessageContent content) =>
        content.Kind is MessageKind.Location or MessageKind.LiveLocation || (content.Text is { } text && Affirmation.Of(text) != Answer.Unclear);

    private static bool IsUnwrittenVoice(MessageContent content) => content.Kind == MessageKind.Audio && string.IsNullOrWhiteSpace(content.Text);

    private static bool IsGreeting(MessageContent content)
    {
        var words = Normalised.Of(content.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 8 && Array.TrueForAll(words, GreetingWords.Contains);
    }
}
