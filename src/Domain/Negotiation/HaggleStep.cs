namespace WaSaas.Domain.Negotiation;

/// <summary>One move and its reply, as both were said: for the vendor's eyes and for taking an alternative later.</summary>
/// <param name="At">When.</param>
/// <param name="Quantity">Pieces of the subject.</param>
/// <param name="CustomerOffer">The number that the customer named; null when she named none.</param>
/// <param name="Basis">What her number was for.</param>
/// <param name="Decision">The shop's.</param>
/// <param name="Unit">The price per piece that stood then.</param>
/// <param name="Public">The public price per piece.</param>
/// <param name="Lines">What exactly the price was for.</param>
/// <param name="Alternatives">Other ways out; kept with the last step only.</param>
public sealed record HaggleStep(
    DateTimeOffset At,
    int Quantity,
    long? CustomerOffer,
    AmountBasis Basis,
    Decision Decision,
    long Unit,
    long Public,
    IReadOnlyList<PriceLine> Lines,
    IReadOnlyList<Alternative> Alternatives)
{
    public const int Most = 60;

    public long Total => Lines.Sum(line => line.Amount);

    internal static HaggleStep Of(Subject subject, CustomerMove move, PriceReply reply, DateTimeOffset at)
    {
        var publicUnit = subject.Rule.PublicPrice(move.Quantity);
        var (offer, basis) = move is CustomerMove.Offer named ? (named.Amount, BasisReading.Of(named, publicUnit)) : ((long?)null, AmountBasis.Unsaid);
        return new HaggleStep(at, move.Quantity, offer, basis, reply.Decision, reply.Unit, publicUnit, reply.Lines, reply.Alternatives);
    }

    internal static IReadOnlyList<HaggleStep> Append(IReadOnlyList<HaggleStep> steps, HaggleStep next) =>
        [.. steps.TakeLast(Most - 1).Select(step => step.Alternatives.Count == 0 ? step : step with { Alternatives = [] }), next];
}
