using WaSaas.Domain.Common;

namespace WaSaas.Domain.Delivery;

/// <summary>What free delivery takes away: the zone's base fee, or the surcharge as well.</summary>
public enum Waiver
{
    BaseFee = 1,
    All = 2,
}

/// <summary>Price of weight: each started kilogram over the free weight. Amount in minor units.</summary>
public sealed record WeightSurcharge(int FreeGrams, long PerExtraKilogram);

/// <summary>Rules of delivery for the whole shop. Amounts in minor units of its currency; null = not set.</summary>
public sealed record DeliveryTerms
{
    public static readonly DeliveryTerms None = new();

    /// <summary>Goods from which delivery is free, in the zones that take part.</summary>
    public long? FreeFrom { get; init; }

    /// <summary>Codes of the zones that take part; null = each zone of the shop. Outside of zones nothing is free.</summary>
    public IReadOnlyList<string>? FreeZones { get; init; }

    public Waiver Waives { get; init; } = Waiver.BaseFee;

    public WeightSurcharge? Surcharge { get; init; }

    /// <summary>The fee is rounded up to it, once, at the end.</summary>
    public long RoundTo { get; init; } = 1;

    public TimeOnly? SameDayCutoff { get; init; }

    /// <summary>Goods from which this zone is free of charge; null = never.</summary>
    public long? ThresholdOf(DeliveryZone zone) =>
        zone.FreeFrom ?? (FreeZones is null || FreeZones.Contains(zone.Code) ? FreeFrom : null);

    public Result Check(IReadOnlyCollection<string> zoneCodes)
    {
        if (!InRange(FreeFrom ?? 0) || Surcharge is { FreeGrams: < 0 } || !InRange(Surcharge?.PerExtraKilogram ?? 0))
        {
            return DeliveryErrors.AmountRange;
        }

        if (RoundTo is < 1 or > DeliveryZone.MaxAmount)
        {
            return DeliveryErrors.RoundTo;
        }

        if (FreeZones is { Count: > 0 } && FreeFrom is null)
        {
            return DeliveryErrors.FreeZonesWithoutThreshold;
        }

        return FreeZones?.FirstOrDefault(code => !zoneCodes.Contains(code)) is { } unknown
            ? DeliveryErrors.UnknownFreeZone(unknown)
            : Result.Ok;
    }

    private static bool InRange(long amount) => amount is >= 0 and <= DeliveryZone.MaxAmount;
}
