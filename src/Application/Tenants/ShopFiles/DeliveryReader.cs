using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>The part <c>delivery</c> of a shop file. Null takes the shop's rules away; its zones stay.</summary>
internal static class DeliveryReader
{
    public static DeliveryLines Read(JsonFields shop)
    {
        var part = shop.Part("delivery");
        if (part.Value is not { } fields)
        {
            return new DeliveryLines(part.IsGiven ? _ => DeliveryTerms.None : null, []);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (free, weight) = (Free(fields), Weight(fields));
        var cutoff = fields.Time("sameDayCutoff");
        fields.Word("unknownPlace", (FileWords.UnknownPlace, true));
        ZoneLine[] zones = [.. (fields.Parts("zones").Value ?? []).Select(zone => ZoneReader.Read(zone, seen))];
        fields.RefuseTheRest();
        return new DeliveryLines(known => weight(free(known)) with { SameDayCutoff = cutoff.Or(known.SameDayCutoff) }, zones);
    }

    private static Func<DeliveryTerms, DeliveryTerms> Free(JsonFields fields)
    {
        var (from, zones) = (fields.Whole("freeFrom"), fields.Texts("freeZones", DeliveryZone.MaxCodeLength));
        var waives = fields.Word("waives", FileWords.Waivers);
        return known => known with
        {
            FreeFrom = from.Or(known.FreeFrom),
            FreeZones = zones.Or(known.FreeZones),
            Waives = waives.Or(known.Waives) ?? DeliveryTerms.None.Waives,
        };
    }

    private static Func<DeliveryTerms, DeliveryTerms> Weight(JsonFields delivery)
    {
        var part = delivery.Part("surcharge");
        if (part.Value is not { } fields)
        {
            return known => part.IsGiven ? known with { Surcharge = null, RoundTo = 1 } : known;
        }

        var (grams, price, round) = (fields.Count("freeGrams"), fields.Whole("perExtraKilogram"), fields.Whole("roundTo"));
        fields.RefuseTheRest();
        return known => known with
        {
            Surcharge = SurchargeOf(fields, grams.Or(known.Surcharge?.FreeGrams), price.Or(known.Surcharge?.PerExtraKilogram)),
            RoundTo = round.Or(known.RoundTo) ?? 1,
        };
    }

    private static WeightSurcharge? SurchargeOf(JsonFields fields, int? grams, long? price) => (grams, price) switch
    {
        (null, null) => null,
        (_, null) => throw fields.Refuse("perExtraKilogram", "is missing beside freeGrams."),
        _ => new WeightSurcharge(grams ?? 0, price.Value),
    };
}
