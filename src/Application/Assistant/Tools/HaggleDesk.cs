using WaSaas.Application.Assistant.Desks;
using WaSaas.Application.Assistant.Language;
using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Orders;
using HaggledLine = WaSaas.Domain.Negotiation.CartLine;

namespace WaSaas.Application.Assistant.Tools;

/// <summary>One haggle on the desk: over a product, or over a basket as one piece. Whatever the shop says is stored as an offer.</summary>
internal sealed class HaggleDesk(TurnSession session, IReadOnlyList<WantedLine> lines)
{
    private readonly Desk _desk = session.Desk;

    public int AllPieces => lines.Sum(line => line.Quantity);

    public Result<Subject> Subject()
    {
        if (lines.Count == 1)
        {
            return SubjectOf(lines[0]);
        }

        if (!_desk.Shop.Sales.HaggleCart)
        {
            return new Error("basket_not_negotiable", "This shop haggles over single products only.");
        }

        var cart = CartSubject.Of([.. lines.Select(Haggled)]);
        return cart.IsOk ? cart.Value! : cart.Error!;
    }

    public int PiecesOf(Subject subject) => subject is CartSubject ? 1 : lines[0].Quantity;

    /// <summary>What ran out cannot be haggled over, and what was agreed about it cannot be kept.</summary>
    public ToolResult? WithdrawIfGone() => lines.FirstOrDefault(line => line.Product.PiecesLeft == 0) is { } gone
        ? new StockRefusals(session).OutOfStock(gone.Product)
        : null;

    /// <summary>Prices on the counter, so that "12" is read as 12 000, and titles whose numerals are no amounts.</summary>
    public AmountContext Context(Subject subject)
    {
        var pieces = PiecesOf(subject);
        var shown = subject.Rule.PublicPrice(pieces);
        var standing = _desk.Talk(subject) is { Steps: [.., var last] } ? last.Unit : (long?)null;
        long[] anchors = [.. new[] { standing, shown, shown * pieces, standing * pieces }.OfType<long>().Distinct()];
        return new AmountContext(anchors, [.. lines.Select(line => line.Product.Name)]);
    }

    public async Task<ToolResult> AnswerAsync(Subject subject, CustomerMove move, long? offer, CancellationToken ct)
    {
        var aids = await new SalesAidsFinder(_desk, lines).FindAsync(ct);
        var answered = _desk.OpenTalk(subject).Answer(subject, move, _desk.Now, aids);
        if (answered.Value is not { } reply)
        {
            return new ToolError(answered.Error!.Code, answered.Error.Message);
        }

        Store(subject, reply);
        await new CartDesk(_desk).RepriceAsync(ct);
        Ask(reply, offer);
        return new PriceAnswers(session, lines).Of(subject, reply, offer);
    }

    private ProductSubject SubjectOf(WantedLine line) => new(line.Product.Id, line.Product.RuleIn(_desk.Shop));

    private HaggledLine Haggled(WantedLine line)
    {
        var subject = SubjectOf(line);
        return HaggledLine.Of(line.Product.Id, subject.Rule, line.Quantity, _desk.Talk(subject), _desk.Now);
    }

    private void Store(Subject subject, PriceReply reply)
    {
        foreach (var (line, place) in reply.Lines.Select((line, place) => (line, place)))
        {
            if (_desk.Products.Known(line.Product) is { } product)
            {
                _desk.Staged.Priced[product.Id] = product;
            }

            _desk.Say(PriceOffer.Say(_desk.Shop.Id, _desk.ContactId, TermsOf(subject, reply, line, place == 0), _desk.Now));
        }
    }

    private OfferTerms TermsOf(Subject subject, PriceReply reply, PriceLine line, bool isFirst)
    {
        var origin = reply.Agreement is not null ? OfferOrigin.Agreement : OfferOrigin.Haggle;
        var validity = reply.Agreement is { } agreed ? agreed.ExpiresAt - _desk.Now : subject.Rule.Validity;
        return new OfferTerms(new Shelf(line.Product), origin, line.Quantity, line.Amount, validity, isFirst ? reply.Agreement?.WaivedDelivery ?? 0 : 0)
        {
            AgreementId = reply.Agreement?.Id,
        };
    }

    private void Ask(PriceReply reply, long? offer) => session.Asked = reply.Reason switch
    {
        ReplyReason.UnitOrTotal => Question.Of(QuestionKind.UnitOrTotal, offer!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ReplyReason.NameYourPrice or ReplyReason.NotAPrice => Question.Of(QuestionKind.YourPrice),
        _ => session.Asked,
    };
}
