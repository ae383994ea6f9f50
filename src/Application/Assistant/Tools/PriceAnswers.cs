using WaSaas.Application.Assistant.Desks;
using WaSaas.Application.Assistant.Tools.Sentences;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Application.Assistant.Tools;

/// <summary>A reply of the negotiation as a brain reads it, with its facts.</summary>
internal sealed class PriceAnswers(TurnSession session, IReadOnlyList<WantedLine> lines)
{
    private readonly string _language = session.Language;
    private readonly DeskViews _views = new(session.Desk, session.Language);

    public PriceResult Of(Subject subject, PriceReply reply, long? offer)
    {
        PricedLine[] priced = [.. reply.Lines.Select(_views.Priced)];
        AlternativeView[] alternatives = [.. reply.Alternatives.Select(_views.Alternative)];
        var theirs = offer is { } number ? session.Amount(number) : null;
        var agreement = reply.Agreement is { } agreed ? View(agreed) : null;
        var total = session.Amount(reply.Total);
        return new PriceResult(
            reply.Decision, reply.Reason, reply.Quantity, priced, total, theirs, agreement, alternatives,
            [.. Facts(subject, reply, total, agreement, theirs), .. Each(priced), .. alternatives.Select(Fact)]);
    }

    private IEnumerable<Fact> Facts(Subject subject, PriceReply reply, Amount total, AgreementView? agreement, Amount? theirs)
    {
        var (kind, words) = reply.Decision switch
        {
            Decision.Accept => (FactKind.Agreement, PriceWords.Agreed),
            Decision.Counter => (FactKind.Offer, PriceWords.Counter),
            Decision.Final => (FactKind.Offer, PriceWords.Final),
            Decision.NotNegotiable => (FactKind.Price, PriceWords.Fixed),
            _ => (FactKind.Offer, PriceWords.Hold),
        };
        yield return new Fact("price", kind, words.In(_language, Subject(reply), total.Text, agreement?.ExpiresText ?? ""), total.Minor);
        if (theirs is not null)
        {
            yield return new Fact("customer_offer", FactKind.CustomerOffer, PriceWords.Theirs.In(_language, theirs.Text), theirs.Minor);
        }

        var shown = session.Amount(subject.Rule.PublicPrice(reply.Quantity) * reply.Quantity);
        if (shown.Minor != total.Minor && subject is ProductSubject)
        {
            yield return new Fact("public", FactKind.Price, PriceWords.Public.In(_language, Subject(reply), shown.Text), shown.Minor);
        }

        if (agreement?.WaivedDelivery is { } waived)
        {
            yield return new Fact("waived", FactKind.FreeDelivery, PriceWords.Waived.In(_language, waived.Text), waived.Minor);
        }
    }

    private IEnumerable<Fact> Each(PricedLine[] priced) => priced.Where(line => line.Quantity > 1 || priced.Length > 1).SelectMany(line => new[]
    {
        new Fact($"line:{line.Sku}", FactKind.Price, PriceWords.LineOf.In(_language, $"{line.Quantity} × {line.Name}", line.Total.Text), line.Total.Minor),
        new Fact($"unit:{line.Sku}", FactKind.Price, PriceWords.Each.In(_language, line.Unit.Text), line.Unit.Minor),
    });

    private Fact Fact(AlternativeView way) => new($"alternative:{way.Kind}", FactKind.Alternative, Words(way), way.Total.Minor);

    private string Words(AlternativeView way) => way.Kind switch
    {
        AlternativeKind.NextTier => PriceWords.NextTier.In(_language, way.Quantity, way.Total.Text),
        AlternativeKind.Bundle => PriceWords.Bundle.In(_language, way.Lines[^1].Name, way.Total.Text),
        AlternativeKind.FreeDelivery => PriceWords.FreeDelivery.In(_language, way.Total.Text),
        AlternativeKind.CheaperSimilar => PriceWords.Cheaper.In(_language, way.Lines[0].Name, way.Total.Text),
        _ => PriceWords.AskVendor.In(_language, way.Total.Text),
    };

    private string Subject(PriceReply reply) => string.Join(" + ", reply.Lines.Select(line => line.Quantity == 1 ? NameOf(line) : $"{line.Quantity} × {NameOf(line)}"));

    private string NameOf(PriceLine line) => lines.FirstOrDefault(known => known.Product.Id == line.Product) is { } known ? TradeFacts.NameOf(known.Product) : _views.Priced(line).Name;

    private AgreementView View(AgreedPrice agreed) => new(
        agreed.Id.Value.ToString(),
        agreed.ExpiresAt,
        LocalTimes.Moment(session.Turn.Tenant, agreed.ExpiresAt, _language),
        agreed.WaivedDelivery > 0 ? session.Amount(agreed.WaivedDelivery) : null);
}
