using FsCheck;
using FsCheck.Fluent;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Domain.Tests.Negotiation;

/// <summary>A product, what breaks deadlocks, and whatever a customer may do about the price.</summary>
public sealed record Script(PriceTerms Terms, PriceTerms Accessory, long DeliveryFee, CustomerMove[] Moves)
{
    public const int Length = 30;

    // Recomputed here, by the design's words, so that the tests do not believe the engine about the floor.
    public long Floor => FloorOf(Terms);

    public long AccessoryFloor => FloorOf(Accessory);

    public PriceRule Rule => PriceRule.Create(Terms).Value!;

    public override string ToString() =>
        $"{Terms} tiers [{string.Join(", ", Terms.Tiers)}], accessory {Accessory}, fee {DeliveryFee}: {string.Join(" ; ", Moves.AsEnumerable())}";

    private static long FloorOf(PriceTerms terms)
    {
        var kept = terms.MaxDiscountPercent is { } percent
            ? (long)Math.Ceiling(Math.Ceiling(terms.ListPrice * (100 - percent) / 100m) / terms.Step) * terms.Step
            : 0;
        return Math.Min(terms.ListPrice, Math.Max(terms.FloorPrice ?? 0, kept));
    }
}

public static class Scripts
{
    private static readonly long[] Steps = [1, 25, 50, 100, 500];
    private static readonly int[] Quantities = [1, 1, 1, 2, 3, 5, 10, 40];

    // Before the scripts, which are made of it: static initializers run in this order.
    public static Gen<PriceTerms> Terms { get; } =
        from step in Gen.Elements(Steps)
        from list in Gen.Choose(2, 60_000)
        from floorPerMille in Gen.Choose(1, 1000)
        from discount in Gen.Choose(0, 60)
        from style in Gen.Elements(Enum.GetValues<NegotiationStyle>())
        from tiers in Gen.Choose(0, 1000).ArrayOf(3)
        let bare = new PriceTerms(list, step)
        {
            FloorPrice = Math.Max(1, (long)list * floorPerMille / 1000),
            MaxDiscountPercent = discount == 0 ? null : discount,
            Style = style,
        }
        select bare with { Tiers = TiersOf(bare, tiers) };

    /// <summary>Any haggle at all.</summary>
    public static Arbitrary<Script> Any { get; } = Arb.From(Of(AnyMove), Shrink);

    /// <summary>Haggles that nobody ends by agreeing, where every amount says what it is for.</summary>
    public static Arbitrary<Script> Unending { get; } = Arb.From(Of(Pressing), Shrink);

    private static Gen<Script> Of(Func<PriceTerms, Gen<CustomerMove>> move) =>
        from terms in Terms
        from accessory in Terms
        from fee in Gen.Choose(0, 3000)
        from moves in move(terms).ArrayOf(Script.Length)
        select new Script(terms, accessory, fee, moves);

    private static Gen<CustomerMove> AnyMove(PriceTerms terms) => Gen.Frequency(
        (18, Pressing(terms)),
        (1, Gen.Elements(Quantities).Select(CustomerMove (quantity) => new CustomerMove.Accept(quantity))),
        (1, from kind in Gen.Elements(Enum.GetValues<AlternativeKind>())
            from quantity in Gen.Elements(Quantities)
            select (CustomerMove)new CustomerMove.Take(kind, quantity)));

    private static Gen<CustomerMove> Pressing(PriceTerms terms) => Gen.Frequency(
        (3, Gen.Elements(Quantities).Select(CustomerMove (quantity) => new CustomerMove.Ask(quantity))),
        (9, from unit in Number(terms)
            from quantity in Gen.Elements(Quantities)
            from extra in Gen.Choose(0, 3)
            from basis in Gen.Elements(AmountBasis.Unit, AmountBasis.Total)
            select (CustomerMove)Offer(unit, quantity, extra, basis)));

    private static CustomerMove.Offer Offer(long unit, int quantity, int extra, AmountBasis basis) =>
        basis == AmountBasis.Total && Math.Abs((decimal)unit) < 1_000_000_000
            ? new CustomerMove.Offer((unit * quantity) + extra, quantity, basis)
            : new CustomerMove.Offer(unit, quantity, basis);

    /// <summary>Mostly within what people say; now and then at the edges, where engines break.</summary>
    private static Gen<long> Number(PriceTerms terms) => Gen.Frequency(
        (12, Gen.Choose(300, 1100).Select(perMille => terms.ListPrice * perMille / 1000)),
        (3, Gen.Choose(-2, 2).Select(near => terms.FloorPrice!.Value + near)),
        (1, Gen.Elements(0, -1, -terms.ListPrice, long.MinValue, long.MaxValue, terms.ListPrice * 1000)));

    private static PriceTier[] TiersOf(PriceTerms terms, int[] perMille)
    {
        var floor = new Script(terms, terms, 0, []).Floor;
        int[] quantities = [3, 10, 40];
        return [.. perMille.OrderDescending().Zip(quantities, (share, quantity) =>
            new PriceTier(quantity, floor + ((terms.ListPrice - floor) * share / 1000)))];
    }

    private static IEnumerable<Script> Shrink(Script script) => Enumerable.Range(0, script.Moves.Length)
        .Select(i => script with { Moves = [.. script.Moves.Where((_, at) => at != i)] });
}
