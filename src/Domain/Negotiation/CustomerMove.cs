namespace WaSaas.Domain.Negotiation;

/// <summary>What an amount was said for. Unsaid: no word of the customer decides.</summary>
public enum AmountBasis
{
    Unsaid = 0,
    Unit = 1,
    Total = 2,
}

/// <summary>
/// What a customer does about a price. Numbers only: the words around them never reach this engine. A quantity that
/// differs from the last move's is a change of quantity.
/// </summary>
public abstract record CustomerMove(int Quantity)
{
    /// <summary>"Your last price?", or the price for another quantity.</summary>
    public sealed record Ask(int Quantity = 1) : CustomerMove(Quantity);

    /// <summary>A number, in minor units.</summary>
    public sealed record Offer(long Amount, int Quantity = 1, AmountBasis Basis = AmountBasis.Unsaid) : CustomerMove(Quantity);

    /// <summary>"Agreed": to what stands.</summary>
    public sealed record Accept(int Quantity = 1) : CustomerMove(Quantity);

    /// <summary>Agreed to the bundle or the free delivery of the last reply. The next tier is agreed to as a quantity.</summary>
    public sealed record Take(AlternativeKind Kind, int Quantity = 1) : CustomerMove(Quantity);
}

/// <summary>For one piece or for all? Compared with the public prices only, so the question gives nothing away.</summary>
internal static class BasisReading
{
    // Somebody who bargains names at least two fifths of the price, and hardly ever more than it.
    private const int LeastPlausiblePercent = 40;
    private const int MostPlausiblePercent = 110;

    /// <summary>Unsaid when both readings are plausible: then the customer is asked.</summary>
    public static AmountBasis Of(CustomerMove.Offer offer, long publicUnit)
    {
        if (offer.Basis != AmountBasis.Unsaid || offer.Quantity == 1)
        {
            return offer.Basis == AmountBasis.Total ? AmountBasis.Total : AmountBasis.Unit;
        }

        var percent = (Int128)offer.Amount * 100;
        if (percent > (Int128)publicUnit * MostPlausiblePercent)
        {
            return AmountBasis.Total;
        }

        return percent < (Int128)publicUnit * offer.Quantity * LeastPlausiblePercent ? AmountBasis.Unit : AmountBasis.Unsaid;
    }
}
