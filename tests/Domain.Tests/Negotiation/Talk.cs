using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Tenants;

namespace WaSaas.Domain.Tests.Negotiation;

public sealed record Exchange(CustomerMove Move, PriceReply Reply)
{
    public int Quantity => Reply.Quantity;

    public bool IsAgreed => Reply.Decision == Decision.Accept;

    /// <summary>A new agreement, not an old one repeated.</summary>
    public bool IsConcluded => IsAgreed && Reply.Reason != ReplyReason.AgreedBefore;

    /// <summary>Pressed for a price: asked again, or named a number.</summary>
    public bool IsHaggling => Reply.Reason is not (ReplyReason.PriceForQuantity or ReplyReason.FixedPrice or ReplyReason.AgreedBefore);

    /// <summary>All that is told, without the ids, which differ from run to run.</summary>
    public string Text => string.Join('|', Reply.Decision, Reply.Reason, Reply.Quantity, Reply.Unit, Reply.Total, Reply.Agreement?.ExpiresAt,
        Reply.Agreement?.WaivedDelivery, string.Join(',', Reply.Alternatives.Select(way =>
            $"{way.Kind} {way.Quantity} {way.Total} {way.WaivedDelivery} {way.CustomerTotal}")));
}

/// <summary>A customer at a shop, for tests.</summary>
public sealed class Talk
{
    public static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    // More than any style's turn limit; an engine without one must fail a test, not hang it.
    private const int Patience = 50;

    private readonly List<Exchange> _exchanges = [];

    public Talk(Subject subject, SalesAids? aids = null)
    {
        (Subject, Aids) = (subject, aids ?? SalesAids.None);
        Negotiation = PriceNegotiation.Start(Id.New<TenantId>(), Id.New<ContactId>(), subject, Noon);
    }

    public Subject Subject { get; set; }

    public SalesAids Aids { get; }

    public PriceNegotiation Negotiation { get; }

    public DateTimeOffset Now { get; set; } = Noon;

    public IReadOnlyList<Exchange> Exchanges => _exchanges;

    public PriceReply Last => _exchanges[^1].Reply;

    public static Talk Over(PriceTerms terms, SalesAids? aids = null) => new(Product(terms), aids);

    public static ProductSubject Product(PriceTerms terms) => new(Id.New<ProductId>(), PriceRule.Create(terms).Value!);

    public static IReadOnlyList<Exchange> Play(Script script)
    {
        var aids = new SalesAids
        {
            Accessory = new Accessory(Id.New<ProductId>(), PriceRule.Create(script.Accessory).Value!),
            Similar = [new SimilarProduct(Id.New<ProductId>(), script.Terms.ListPrice * 2 / 3)],
            DeliveryFee = script.DeliveryFee,
        };
        return Over(script.Terms, aids).Hear(script.Moves).Exchanges;
    }

    public Talk Hear(params IEnumerable<CustomerMove> moves)
    {
        foreach (var move in moves)
        {
            if (Negotiation.Answer(Subject, move, Now, Aids) is { IsOk: true, Value: { } reply })
            {
                _exchanges.Add(new Exchange(move, reply));
            }
        }

        return this;
    }

    public Talk Ask(int quantity = 1) => Hear(new CustomerMove.Ask(quantity));

    public Talk Offer(long amount, int quantity = 1, AmountBasis basis = AmountBasis.Unit) =>
        Hear(new CustomerMove.Offer(amount, quantity, basis));

    public Talk Accept(int quantity = 1) => Hear(new CustomerMove.Accept(quantity));

    public Talk UntilFinal()
    {
        for (var asked = 0; asked < Patience && (_exchanges.Count == 0 || Last.Decision is Decision.Counter or Decision.Hold); asked++)
        {
            Ask();
        }

        return this;
    }
}
