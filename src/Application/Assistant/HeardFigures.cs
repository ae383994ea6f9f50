using System.Globalization;
using WaSaas.Application.Assistant.Embedded;
using WaSaas.Application.Assistant.Language;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery.Places;

namespace WaSaas.Application.Assistant;

/// <summary>
/// What a machine wrote down may be wrong by one word, and one word moves money: amounts, quantities, numbers and places
/// heard are read back, and count once the customer has said yes. Decided here, before any brain.
/// </summary>
internal static class HeardFigures
{
    private const double LowConfidence = Speech.Transcript.LowConfidence;
    private const int LongestQuote = 200;

    /// <summary>Her yes to what was read back is an answer to those notes: they are the turn's messages then, as if she had written them.</summary>
    public static TurnContext Confirmed(TurnContext turn, Question? asked)
    {
        if (asked?.Kind != QuestionKind.HeardRight || AnswerOf(turn) != Answer.Yes)
        {
            return turn;
        }

        var heard = turn.History.Where(m => m.Author == MessageAuthor.Customer && asked.Choices.Contains(NameOf(m))).Select(m => m with { IsCorrected = true }).ToList();
        return heard.Count == 0 ? turn : turn with { Incoming = heard, History = [.. turn.History.Where(m => !asked.Choices.Contains(NameOf(m)))] };
    }

    /// <summary>What is said instead of an answer; null when nothing stands in its way.</summary>
    public static async Task<string?> SayAsync(TurnSession session, CancellationToken ct)
    {
        var (turn, language) = (session.Turn, session.Language);
        if (turn.Desk.Asked?.Kind == QuestionKind.HeardRight && AnswerOf(turn) == Answer.No)
        {
            session.Asked = Question.Of(QuestionKind.Text);
            return Wording.WriteItThen.Of(turn, language);
        }

        var notes = turn.Incoming.Where(message => message.IsVoice).ToList();
        if (notes.Count == 0)
        {
            return null;
        }

        var text = UntrustedText.Clean(string.Join('\n', notes.Select(note => note.Text)));
        var figures = await FiguresAsync(session, text, ct);
        var isDoubtful = notes.Exists(note => note.Confidence < LowConfidence);
        if (!isDoubtful && figures.Count == 0)
        {
            return null;
        }

        session.Asked = Question.Of(QuestionKind.HeardRight, [.. turn.Incoming.Select(NameOf)]);
        return isDoubtful ? Wording.HeardWords.Of(turn, language, Quoted(text)) : Wording.HeardFigures.Of(turn, language, string.Join(", ", figures));
    }

    private static async Task<List<string>> FiguresAsync(TurnSession session, string text, CancellationToken ct)
    {
        var (turn, currency, english) = (session.Turn, session.Turn.Tenant.Currency, session.Language == "en");
        var context = new AmountContext([.. turn.Desk.Standing.SelectMany(price => new[] { price.Total.Minor, price.Public.Minor })], []);
        var amounts = Amounts.In(text, currency, context).Select(span => span.Percent is { } percent
            ? string.Create(CultureInfo.InvariantCulture, $"{percent:0.##} %")
            : session.Amount(span.Minor).Text);
        var pieces = Quantities.In(text, currency, context).Select(quantity => $"{quantity.Value} {(english ? "pc." : "pièce")}{(quantity.Value > 1 && !english ? "s" : "")}");
        var place = Reading.Of(turn).Place is { } words ? PlaceOf(await session.Desk.Places.ResolveAsync(words, ct), words) : null;
        return [.. amounts.Concat(pieces).Concat(Phones.In(text)).Concat(place is null ? [] : [place]).Distinct(StringComparer.Ordinal)];
    }

    private static string PlaceOf(PlaceResolution place, string words) => place is { Status: PlaceStatus.Ok, Candidates: [var only, ..] } ? only.ZoneName : words;

    private static string Quoted(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";

    private static Answer AnswerOf(TurnContext turn) => Affirmation.Of(string.Join('\n', turn.Incoming.Select(message => message.Text)));

    private static string NameOf(TurnMessage message) => string.Create(CultureInfo.InvariantCulture, $"#{message.Sequence}");
}
