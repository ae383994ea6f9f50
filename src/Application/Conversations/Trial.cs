using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Conversations;

/// <summary>What a vendor tries out in one simulated turn, without changing her shop.</summary>
/// <param name="Style">How to haggle over products that have no style of their own; null = as the shop does.</param>
/// <param name="EmbeddedOnly">No model is asked.</param>
public sealed record Trial(NegotiationStyle? Style, bool EmbeddedOnly)
{
    /// <param name="shop">As it was read for this turn; nobody saves it.</param>
    internal void Apply(Tenant shop)
    {
        if (Style is { } style)
        {
            shop.ChangeSales(shop.Sales with { Style = style });
        }
    }
}
