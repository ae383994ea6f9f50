namespace WaSaas.Domain.Delivery;

/// <summary>What a vendor writes about a zone. Amounts in minor units of the shop's currency; null = not set.</summary>
public sealed record ZoneDetails(string Name, long Fee)
{
    /// <summary>Other names of the zone and places within it, as people write them.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The vendor's words on how long it takes, e.g. "24 à 48 h".</summary>
    public string? Eta { get; init; }

    public ZoneArea? Area { get; init; }

    /// <summary>Goods from which the fee is waived here; goes before the shop's own threshold.</summary>
    public long? FreeFrom { get; init; }

    /// <summary>Orders before it leave on the same day; goes before the shop's own cut-off.</summary>
    public TimeOnly? SameDayCutoff { get; init; }

    public bool CashOnDelivery { get; init; } = true;

    public long? MinimumOrder { get; init; }
}
