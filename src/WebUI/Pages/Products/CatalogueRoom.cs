using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.Pages.Products;

/// <summary>A full plan is not the end: it is said which plan holds more.</summary>
public sealed class CatalogueRoom(PlanTerms terms)
{
    private static readonly Dictionary<string, Func<Entitlements, int>> Limits = new(StringComparer.Ordinal)
    {
        [ProductErrors.LimitReached(0).Code] = e => e.Products,
        [SessionErrors.NumberLimit(0).Code] = e => e.Numbers,
        [SubscriptionErrors.PeopleLimit(0).Code] = e => e.People,
    };

    private static readonly Dictionary<string, Func<Entitlements, bool>> Parts = new(StringComparer.Ordinal)
    {
        [TenantErrors.StyleNotInPlan.Code] = e => e.AllStyles,
        [TenantErrors.VoiceNotInPlan.Code] = e => e.VoiceReplies,
    };

    /// <summary>The refusal with the next plan, when it is about the plan and there is such a plan; else as it was.</summary>
    public Error Explain(Error error)
    {
        if (Parts.TryGetValue(error.Code, out var has))
        {
            return terms.SmallestWith(has) is { } plan ? new Error(error.Code + "_next", error.Message, plan) : error;
        }

        if (!Limits.TryGetValue(error.Code, out var limitOf) || error.Values is not [int limit])
        {
            return error;
        }

        return terms.SmallestWith(e => limitOf(e) > limit) is { } next
            ? new Error(error.Code + "_next", error.Message, NumberText.Of(limit), next, NumberText.Of(limitOf(terms.Of(next))))
            : error with { Values = [NumberText.Of(limit)] };
    }
}
