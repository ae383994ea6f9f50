using System.Globalization;

namespace WaSaas.Domain.Negotiation;

/// <summary>
/// The lowest prices per piece that were offered, by the quantity they were offered for. An offer holds for its quantity
/// and any larger one. Immutable; its text form ("1:9500 10:8000") is what is stored.
/// </summary>
public sealed record OfferLadder
{
    public static readonly OfferLadder Empty = new([]);

    private readonly (int Quantity, long Unit)[] _rungs;

    private OfferLadder((int Quantity, long Unit)[] rungs) => _rungs = rungs;

    public static OfferLadder Parse(string text) => new([.. text
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(rung => rung.Split(':'))
        .Select(pair => (int.Parse(pair[0], CultureInfo.InvariantCulture), long.Parse(pair[1], CultureInfo.InvariantCulture)))]);

    /// <summary>The lowest offer that holds for this quantity.</summary>
    public long? Lowest(int quantity)
    {
        long? lowest = null;
        foreach (var rung in _rungs)
        {
            if (rung.Quantity <= quantity && (lowest is null || rung.Unit < lowest))
            {
                lowest = rung.Unit;
            }
        }

        return lowest;
    }

    public OfferLadder With(int quantity, long unit) => Lowest(quantity) <= unit
        ? this
        : new([.. _rungs.Where(rung => rung.Quantity < quantity || rung.Unit < unit), (quantity, unit)]);

    /// <summary>A vendor who raised her floor takes back what was offered, not agreed, below it.</summary>
    public OfferLadder NotBelow(long floor) => _rungs.Any(rung => rung.Unit < floor)
        ? new([.. _rungs.Where(rung => rung.Unit >= floor)])
        : this;

    public bool Equals(OfferLadder? other) => other is not null && _rungs.SequenceEqual(other._rungs);

    public override int GetHashCode() => _rungs.Aggregate(0, HashCode.Combine);

    public override string ToString() => string.Join(' ', _rungs.Select(rung =>
        string.Create(CultureInfo.InvariantCulture, $"{rung.Quantity}:{rung.Unit}")));
}
