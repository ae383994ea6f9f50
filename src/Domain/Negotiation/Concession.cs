namespace WaSaas.Domain.Negotiation;

/// <summary>
/// The arithmetic between a public price and a floor, per piece, in integers: every offer is rounded up to the step and
/// capped at the public price, so rounding never costs the vendor and the floor itself is never computed into an offer
/// unless it lies on a step.
/// </summary>
internal readonly record struct Concession(long Anchor, long Floor, long Step, StyleTerms Style)
{
    private const int Whole = 1000;

    /// <summary>Less than a step between price and floor is nothing to talk about.</summary>
    public bool LeavesRoom => Headroom >= Step;

    public long FinalOffer => Offer(Anchor - PartOf(Headroom, Style.Usable, Style.FinalShare));

    /// <summary>The lowest number of a customer that is ever taken, once the final offer was said.</summary>
    public long LastAcceptable => Floor + CeilingOf(Headroom, Whole - Style.Usable, 2 * Whole);

    private long Headroom => Anchor - Floor;

    /// <summary>What the curve would say after so many half rounds.</summary>
    public long Planned(int halfRounds) => Offer(Target(halfRounds));

    /// <summary>The curve, but never closing more of the gap to the customer's number than reciprocity allows.</summary>
    public long Counter(int halfRounds, long? customer)
    {
        var target = Target(halfRounds);
        return Offer(customer is { } number ? Math.Max(target, Split(number)) : target);
    }

    public bool IsLowball(long number) => (Int128)number * Whole < (Int128)Anchor * Style.Lowball;

    public static long RoundUp(long amount, long step) => CeilingOf(amount, 1, step) * step;

    public static long CeilingOf(long amount, long numerator, long denominator) =>
        (long)(((Int128)amount * numerator + denominator - 1) / denominator);

    private static long PartOf(long amount, int perMille, int ofPerMille) =>
        (long)((Int128)amount * perMille * ofPerMille / (Whole * Whole));

    private long Target(int halfRounds) =>
        Anchor - PartOf(Headroom, Style.Usable, Style.Curve[Math.Min(halfRounds, Style.HalfRounds)]);

    private long Split(long number) => number + CeilingOf(Anchor - number, Whole - Style.Reciprocity, Whole);

    private long Offer(long amount) => Math.Min(Anchor, RoundUp(amount, Step));
}
