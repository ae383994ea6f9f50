using WaSaas.Application.Assistant.Embedded;
using WaSaas.Application.Assistant.Language;
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

    /// <summary>People repeat "dernier prix ?"; a machine's shortest sentence is "Merci pour votre message".</summary>
    private const int FewestWords = 4;

    /// <summary>From here on a machine's sentence may hold another name each time.</summary>
    private const int ManyWords = 7;

    /// <summary>Part of the words that two long messages share when they are the same but for a name, in percent.</summary>
    private const int SamePercent = 80;

    private const Intent Haggling = Intent.Haggle | Intent.Offer | Intent.Accept;

    /// <param name="recent">Messages of the conversation, oldest first.</param>
    /// <param name="now">The clock.</param>
    /// <param name="currency">The shop's.</param>
    /// <param name="options">How many exchanges in how many minutes.</param>
    public static bool IsLikely(IReadOnlyList<Message> recent, DateTimeOffset now, Currency currency, ConversationOptions options)
    {
        var exchanges = Exchanges(recent).TakeLast(options.LoopExchanges).ToList();
        return exchanges.Count == options.LoopExchanges
            && exchanges[0].Ours.At > now - TimeSpan.FromMinutes(options.LoopMinutes)
            && (exchanges.All(IsFasterThanTyping) || AreTheSame([.. exchanges.Select(e => Sentence.Of(e.Theirs.Text ?? "", currency))]));
    }

    private static IEnumerable<(Message Ours, Message Theirs)> Exchanges(IReadOnlyList<Message> recent) => recent
        .Zip(recent.Skip(1))
        .Where(pair => pair.First.Author == MessageAuthor.Assistant && pair.Second.Author == MessageAuthor.Customer)
        .Select(pair => (pair.First, pair.Second));

    // The network's clock counts whole seconds.
    private static bool IsFasterThanTyping((Message Ours, Message Theirs) exchange) =>
        (exchange.Theirs.Text?.Length ?? 0) > SignsPerSecond * Math.Max(1, (exchange.Theirs.At - exchange.Ours.At).TotalSeconds);

    private static bool AreTheSame(IReadOnlyList<Sentence> sentences) => sentences.All(sentence => sentence.Repeats(sentences[0]));

    /// <param name="Words">Without figures: a machine counts its messages.</param>
    /// <param name="Figures">In the order of the text.</param>
    /// <param name="IsHaggle">A price is spoken of: another figure is another offer then, and short words are repeated by people too.</param>
    private sealed record Sentence(HashSet<string> Words, string Figures, bool IsHaggle)
    {
        public static Sentence Of(string text, Currency currency)
        {
            var words = TextFold.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToLookup(word => char.IsAsciiDigit(word[0]));
            return new Sentence(
                [.. words[false]],
                string.Join(' ', words[true]),
                (Cues.In(Normalised.Of(text)) & Haggling) != 0 || Amounts.In(text, currency).Any(amount => amount.HasCurrency));
        }

        public bool Repeats(Sentence first) =>
            Words.Count >= (IsHaggle ? ManyWords : FewestWords)
            && (!IsHaggle || Figures == first.Figures)
            && (Words.Count < ManyWords ? Words.SetEquals(first.Words) : Words.Intersect(first.Words).Count() * 100 >= SamePercent * Words.Union(first.Words).Count());
    }
}
