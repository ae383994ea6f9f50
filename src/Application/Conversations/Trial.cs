using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Conversations;

/// <summary>What a vendor tries out in one simulated turn, without changing her shop.</summary>
/// <param name="Style">How to haggle over products that have no style of their own; null = as the shop does.</param>
/// <param name="EmbeddedOnly">No model is asked.</param>
public sealed record Trial(NegotiationStyle? Style, bool EmbeddedOnly)
{
    /// <summary>A style may be tried out before it is paid for: no customer is concerned.</summary>
    /// <param name="shop">As it was read for this turn; nobody saves it.</param>
    /// <param name="plan">What the shop's plan holds.</param>
    internal void Apply(Tenant shop, Entitlements plan)
    {
        if (Style is { } style)
        {
            shop.SellWithin(plan with { AllStyles = true });
            shop.ChangeSales(shop.Sales with { Style = style });
        }
    }
}
