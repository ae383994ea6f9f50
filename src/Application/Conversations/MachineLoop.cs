using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>
/// Two machines that answer each other would never stop. They show by what no person does many times in a row: long
/// messages faster than anybody types, or the same words to every answer.
/// </summary>
internal static class MachineLoop
{
    /// <summary>Twice the speed of a good typist.</summary>
    private const int SignsPerSecond = 15;

    /// <summary>People repeat "dernier prix", and "je donne 9 000 pour les deux" with another number each time; machines write more.</summary>
    private const int FewestWords = 7;

    /// <summary>Part of the words that two messages share when they are the same but for a name or a number, in percent.</summary>
    private const int SamePercent = 80;

    /// <param name="recent">Messages of the conversation, oldest first.</param>
    /// <param name="now">The clock.</param>
    /// <param name="options">How many exchanges in how many minutes.</param>
    public static bool IsLikely(IReadOnlyList<Message> recent, DateTimeOffset now, ConversationOptions options)
    {
        var exchanges = Exchanges(recent).TakeLast(options.LoopExchanges).ToList();
        return exchanges.Count == options.LoopExchanges
            && exchanges[0].Ours.At > now - TimeSpan.FromMinutes(options.LoopMinutes)
            && (exchanges.All(IsFasterThanTyping) || AreTheSame([.. exchanges.Select(e => e.Theirs.Text ?? "")]));
    }

    private static IEnumerable<(Message Ours, Message Theirs)> Exchanges(IReadOnlyList<Message> recent) => recent
        .Zip(recent.Skip(1))
        .Where(pair => pair.First.Author == MessageAuthor.Assistant && pair.Second.Author == MessageAuthor.Customer)
        .Select(pair => (pair.First, pair.Second));

    // The network's clock counts whole seconds.
    private static bool IsFasterThanTyping((Message Ours, Message Theirs) exchange) =>
        (exchange.Theirs.Text?.Length ?? 0) > SignsPerSecond * Math.Max(1, (exchange.Theirs.At - exchange.Ours.At).TotalSeconds);

    private static bool AreTheSame(IReadOnlyList<string> texts)
    {
        var words = texts.Select(WordsOf).ToList();
        return words.TrueForAll(set => set.Count >= FewestWords && set.Intersect(words[0]).Count() * 100 >= SamePercent * set.Union(words[0]).Count());
    }

    private static HashSet<string> WordsOf(string text) => [.. TextFold.Fold(text).Split(' ').Where(word => word.Length > 0 && !char.IsAsciiDigit(word[0]))];
}
