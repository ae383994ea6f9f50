namespace WaSaas.Domain.Delivery;

/// <summary>A fee with its parts, in minor units, so that a screen can say where it comes from.</summary>
/// <param name="Base">The zone's fee.</param>
/// <param name="Waived">Taken off because of the value of the goods.</param>
/// <param name="Surcharge">For the weight; what <paramref name="Waived"/> takes of it is counted there.</param>
/// <param name="Rounding">Added to reach the shop's step.</param>
/// <param name="Granted">Taken off because a negotiation promised it.</param>
public sealed record DeliveryFee(long Base, long Waived, long Surcharge, long Rounding, long Granted = 0)
{
    public long Total => Base - Waived + Surcharge + Rounding - Granted;

    /// <param name="zone">The zone delivered to.</param>
    /// <param name="terms">The shop's rules.</param>
    /// <param name="parcel">What is delivered.</param>
    public static DeliveryFee For(DeliveryZone zone, DeliveryTerms terms, Parcel parcel)
    {
        var surcharge = SurchargeFor(terms.Surcharge, parcel.Grams);
        var free = terms.ThresholdOf(zone) is { } threshold && parcel.Goods >= threshold;
        var waived = (free, terms.Waives) switch
        {
            (false, _) => 0,
            (true, Waiver.All) => checked(zone.Fee + surcharge),
            (true, _) => zone.Fee,
        };
        var exact = checked(zone.Fee - waived + surcharge);
        var rounded = UpTo(terms.RoundTo, exact);
        return new DeliveryFee(zone.Fee, waived, surcharge, rounded - exact, Math.Min(parcel.GrantedFee, rounded));
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
