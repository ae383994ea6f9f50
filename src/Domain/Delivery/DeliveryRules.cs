using WaSaas.Domain.Common;

namespace WaSaas.Domain.Delivery;

/// <summary>The one set of delivery rules of a shop.</summary>
public sealed class DeliveryRules : AggregateRoot, ITenantOwned
{
    private DeliveryRules()
    {
    }

    public DeliveryRules(TenantId tenantId) => TenantId = tenantId;

    public TenantId TenantId { get; private set; }

    public DeliveryTerms Terms { get; private set; } = DeliveryTerms.None;

    /// <summary>Counts up with each change: two people who edit the rules notice each other.</summary>
    public int Version { get; private set; }

    /// <param name="terms">The new rules, as a whole.</param>
    /// <param name="zoneCodes">Codes of the shop's zones: rules that name another one are refused.</param>
    public Result Change(DeliveryTerms terms, IReadOnlyCollection<string> zoneCodes)
    {
        var check = terms.Check(zoneCodes);
        if (!check.IsOk)
        {
            return check;
        }

        Terms = terms;
        Version++;
        Raise(new DeliveryChanged(TenantId));
        return Result.Ok;
    }
}
