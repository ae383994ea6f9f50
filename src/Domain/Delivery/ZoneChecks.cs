using WaSaas.Domain.Common;

namespace WaSaas.Domain.Delivery;

/// <summary>What a zone refuses at save.</summary>
internal static class ZoneChecks
{
    public static Error? FlawOf(ZoneDetails details, string name, IReadOnlyCollection<string> aliases) =>
        FlawOfWords(details, name)
        ?? FlawOfAliases(aliases)
        ?? (AmountsInRange(details) ? null : ZoneErrors.AmountRange)
        ?? details.Area?.Check().Error;

    public static bool IsPlace(string text) => text.Length <= DeliveryZone.MaxNameLength && TextFold.Fold(text).Length > 0;

    private static Error? FlawOfWords(ZoneDetails details, string name) =>
        !IsPlace(name) ? ZoneErrors.NameLength
        : details.Eta?.Length > DeliveryZone.MaxEtaLength ? ZoneErrors.EtaLength
        : null;

    private static Error? FlawOfAliases(IReadOnlyCollection<string> aliases) =>
        aliases.Count > DeliveryZone.MaxAliases ? ZoneErrors.AliasesTooMany
        : aliases.All(IsPlace) ? null
        : ZoneErrors.AliasLength;

    private static bool AmountsInRange(ZoneDetails details) =>
        InRange(details.Fee) && InRange(details.FreeFrom ?? 0) && InRange(details.MinimumOrder ?? 0);

    private static bool InRange(long amount) => amount is >= 0 and <= DeliveryZone.MaxAmount;
}
