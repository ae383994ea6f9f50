namespace WaSaas.Domain.Negotiation;

/// <summary>How far a haggle has come. Immutable, simple properties: stored as it is.</summary>
public sealed record HaggleState
{
    public static readonly HaggleState Fresh = new();

    /// <summary>The clock: two for each round.</summary>
    public int HalfRounds { get; init; }

    /// <summary>Moves that pressed for a price.</summary>
    public int Turns { get; init; }

    /// <summary>How many of them came without a number and were paid for.</summary>
    public int Asks { get; init; }

    /// <summary>The customer's highest number per piece; 0 = none yet.</summary>
    public long BestNumber { get; init; }

    public bool IsFinal { get; init; }

    public int NumbersAfterFinal { get; init; }

    /// <summary>Quantity of the last move; 0 = none yet.</summary>
    public int Quantity { get; init; }

    public OfferLadder Offers { get; init; } = OfferLadder.Empty;

    /// <summary>Patience used up on another basket stays used up: only offers and numbers belong to the basket.</summary>
    public HaggleState ForAnotherBasket() => this with { BestNumber = 0, Quantity = 0, Offers = OfferLadder.Empty };
}
