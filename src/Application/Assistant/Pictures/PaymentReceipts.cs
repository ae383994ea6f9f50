using WaSaas.Application.Assistant.Desks;
using WaSaas.Application.Assistant.Embedded;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Pictures;

/// <summary>
/// A picture of a payment proves nothing: it is put beside the order for the vendor, who looks at her account (ADR 0034).
/// Decided before any brain, and never shown to one.
/// </summary>
internal static class PaymentReceipts
{
    /// <summary>What is said when the turn is about a payment that a picture is to show; null when it is not.</summary>
    public static string? Say(TurnSession session, Reading reading)
    {
        var (papers, isEarlier) = PapersOf(session.Turn);
        if (papers.Count == 0)
        {
            return null;
        }

        var order = OrderFor(session, reading);
        if (PaymentWords.Mean(reading.Normalised))
        {
            return order is null ? HandOver(session) : Note(session, order, papers);
        }

        // What she ordered is to be paid by transfer, and she says nothing else: it is hardly anything but that.
        var saysNothing = !isEarlier && session.Turn.Incoming.All(IsPaper) && !reading.HasText;
        return saysNothing && order is { Payment.Method: PaymentMethod.MobileMoney }
            ? $"{Note(session, order, papers)} {PictureWording.OrSomethingElse.First(session.Language)}"
            : null;
    }

    /// <summary>Her order that money is still to come for: the one she names, else one to be paid by transfer, else the latest.</summary>
    public static Order? OrderFor(TurnSession session, Reading reading)
    {
        var unpaid = session.Desk.Orders.Where(order => order.AwaitsMoney).ToList();
        return unpaid.Find(order => reading.Normalised.Contains($" {OrderNumbers.Text(order)} ", StringComparison.Ordinal))
            ?? unpaid.Find(order => order.Payment.Method == PaymentMethod.MobileMoney)
            ?? unpaid.FirstOrDefault();
    }

    public static string Note(TurnSession session, Order order, IEnumerable<TurnMessage> papers)
    {
        session.Desk.Staged.Receipt = new StagedReceipt(order.Id, [.. papers.Select(paper => paper.Id)]);
        return PictureWording.ReceiptToCheck.Of(session, OrderNumbers.Text(order));
    }

    /// <summary>She says that she paid, and there is nothing to pay: a person has to look.</summary>
    private static string HandOver(TurnSession session)
    {
        session.Stage(new StagedHandOff(HandOffReasons.Payment, HandOffWording.For(HandOffReasons.Payment).Of(session)));
        return PictureWording.NothingToPay.Of(session);
    }

    /// <summary>What came now, or what she was just asked about: "c'est le paiement".</summary>
    private static (List<TurnMessage> Papers, bool IsEarlier) PapersOf(TurnContext turn)
    {
        var now = turn.Incoming.Where(IsPaper).ToList();
        var wasAsked = turn.Desk.Asked?.Kind == QuestionKind.Text;
        return now.Count > 0 || !wasAsked ? (now, false) : ([.. PictureAnswers.LastBurst(turn).Where(IsPaper)], true);
    }

    /// <summary>An answer to a product's photo is about the product.</summary>
    private static bool IsPaper(TurnMessage message) => message is { Kind: MessageKind.Image or MessageKind.Document, Sku: null };
}
