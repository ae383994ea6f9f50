namespace WaSaas.Domain.Delivery;

/// <summary>A fee with its parts, in minor units, so that a screen can say where it comes from.</summary>
public sealed record DeliveryFee(long Base, long Waived, long Surcharge, long Rounding)
{
    public long Total => Base - Waived + Surcharge + Rounding;

    /// <param name="zone">The zone delivered to.</param>
    /// <param name="terms">The shop's rules.</param>
    /// <param name="goods">Value of the goods in minor units.</param>
    /// <param name="grams">Their weight.</param>
    public static DeliveryFee For(DeliveryZone zone, DeliveryTerms terms, long goods, int grams)
    {
        var surcharge = SurchargeFor(terms.Surcharge, grams);
        var free = terms.ThresholdOf(zone) is { } threshold && goods >= threshold;
        var waived = (free, terms.Waives) switch
        {
            (false, _) => 0,
            (true, Waiver.All) => checked(zone.Fee + surcharge),
            (true, _) => zone.Fee,
        };
        var exact = checked(zone.Fee - waived + surcharge);
        return new DeliveryFee(zone.Fee, waived, surcharge, UpTo(terms.RoundTo, exact) - exact);
    }

    private static long SurchargeFor(WeightSurcharge? surcharge, int grams)
    {
        if (surcharge is null || grams <= surcharge.FreeGrams)
        {
            return 0;
        }

        var startedKilograms = ((long)grams - surcharge.FreeGrams + 999) / 1_000;
        return checked(startedKilograms * surcharge.PerExtraKilogram);
    }

    private static long UpTo(long step, long amount) => checked((amount + step - 1) / step * step);
}
