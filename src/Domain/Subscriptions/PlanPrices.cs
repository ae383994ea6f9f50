using WaSaas.Domain.Common;

namespace WaSaas.Domain.Subscriptions;

/// <summary>What a plan costs for an interval.</summary>
public sealed record PlanPrice(Plan Plan, BillingInterval Interval, Money Amount);

/// <summary>Prices by currency; configuration: see <c>Plans:*:Prices</c> in appsettings.json. With Stripe its own prices count.</summary>
public sealed record PlanPrices(IReadOnlyList<PlanPrice> All)
{
    public static readonly PlanPrices None = new([]);

    /// <summary>In that currency, or in the first one that there is.</summary>
    public IReadOnlyList<PlanPrice> In(Currency currency)
    {
        var known = All.Where(price => price.Amount.Currency == currency).ToList();
        return known.Count > 0 ? known : [.. All.Where(price => price.Amount.Currency == All[0].Amount.Currency)];
    }
}
