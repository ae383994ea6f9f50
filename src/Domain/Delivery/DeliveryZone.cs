using WaSaas.Domain.Common;

namespace WaSaas.Domain.Delivery;

public readonly record struct ZoneId(Guid Value) : IId<ZoneId>
{
    public static ZoneId From(Guid value) => new(value);
}

/// <summary>A named area with its price. The vendor's order counts: the first zone that contains a pin wins.</summary>
public sealed class DeliveryZone : AggregateRoot, ITenantOwned
{
    public const int MaxCodeLength = 40;
    public const int MaxNameLength = 80;
    public const int MaxEtaLength = 120;
    public const int MaxAliases = 500;
    public const long MaxAmount = 1_000_000_000_000;

    private DeliveryZone()
    {
    }

    public TenantId TenantId { get; private set; }

    public ZoneId Id { get; private set; }

    /// <summary>Unique in the shop, archived zones included.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public IReadOnlyList<string> Aliases { get; private set; } = [];

    public ZoneArea? Area { get; private set; }

    /// <summary>Base fee in minor units of the shop's currency.</summary>
    public long Fee { get; private set; }

    public string? Eta { get; private set; }

    public long? FreeFrom { get; private set; }

    public TimeOnly? SameDayCutoff { get; private set; }

    public bool CashOnDelivery { get; private set; }

    public long? MinimumOrder { get; private set; }

    /// <summary>Place in the vendor's order, lowest first.</summary>
    public int Position { get; private set; }

    public DateTimeOffset? ArchivedAt { get; private set; }

    /// <summary>Counts up with each change: two people who edit the same zone notice each other.</summary>
    public int Version { get; private set; }

    public static Result<DeliveryZone> Add(TenantId tenantId, string code, int position, ZoneDetails details)
    {
        if (code.Length is 0 or > MaxCodeLength || TextFold.Slug(code) != code)
        {
            return ZoneErrors.CodeForm;
        }

        var zone = new DeliveryZone { TenantId = tenantId, Id = Common.Id.New<ZoneId>(), Code = code, Position = position };
        var changed = zone.Change(details);
        return changed.IsOk ? zone : changed.Error!;
    }

    public Result Change(ZoneDetails details)
    {
        var (name, aliases) = (details.Name.Trim(), Distinct(details.Aliases));
        if (ZoneChecks.FlawOf(details, name, aliases) is { } flaw)
        {
            return flaw;
        }

        (Name, Aliases, Area, Eta) = (name, aliases, details.Area, details.Eta);
        (Fee, FreeFrom, MinimumOrder) = (details.Fee, details.FreeFrom, details.MinimumOrder);
        (SameDayCutoff, CashOnDelivery) = (details.SameDayCutoff, details.CashOnDelivery);
        Changed();
        return Result.Ok;
    }

    /// <summary>What a vendor sees and edits.</summary>
    public ZoneDetails Details() => new(Name, Fee)
    {
        Aliases = Aliases,
        Area = Area,
        Eta = Eta,
        FreeFrom = FreeFrom,
        SameDayCutoff = SameDayCutoff,
        CashOnDelivery = CashOnDelivery,
        MinimumOrder = MinimumOrder,
    };

    public void MoveTo(int position)
    {
        if (Position != position)
        {
            Position = position;
            Changed();
        }
    }

    public void Archive(DateTimeOffset at)
    {
        ArchivedAt ??= at;
        Changed();
    }

    public void Restore()
    {
        ArchivedAt = null;
        Changed();
    }

    public bool IsCalled(string place) => SameName(Name, place) || Aliases.Any(alias => SameName(alias, place));

    internal void Learn(string alias)
    {
        if (!IsCalled(alias))
        {
            Aliases = [.. Aliases, alias];
            Changed();
        }
    }

    internal void Unlearn(string alias)
    {
        if (Aliases.Any(known => SameName(known, alias)))
        {
            Aliases = [.. Aliases.Where(known => !SameName(known, alias))];
            Changed();
        }
    }

    internal static bool SameName(string a, string b) => TextFold.Fold(a) == TextFold.Fold(b);

    private static List<string> Distinct(IEnumerable<string> aliases) => [.. aliases.Select(a => a.Trim()).DistinctBy(TextFold.Fold)];

    private void Changed()
    {
        Version++;
        Raise(new DeliveryChanged(TenantId));
    }
}
