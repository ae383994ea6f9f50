using Microsoft.AspNetCore.Mvc.Rendering;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Subscriptions;
using WaSaas.WebUI.Localisation;

namespace WaSaas.WebUI.Pages.Billing;

/// <summary>The styles of bargaining as choices; one that the plan does not hold says which plan does.</summary>
public sealed class StyleChoices(PlanTerms terms, Says say)
{
    public IEnumerable<SelectListItem> In(Entitlements plan) => Enum.GetValues<NegotiationStyle>().Select(style => new SelectListItem(
        PlanFor(plan, style) is { } larger ? say["Style.inPlan", say["Style." + style], larger] : say["Style." + style], style.ToString()));

    /// <summary>What holds instead of a style that is set and not in the plan; null when it is.</summary>
    public string? Waiting(Entitlements plan, NegotiationStyle style) => PlanFor(plan, style) is { } larger
        ? say["Style.waits", say["Style." + plan.Allowed(style)], say["Style." + style], larger]
        : null;

    /// <summary>Which plan answers by voice; null when this one does, or none.</summary>
    public string? VoiceHint(Entitlements plan) =>
        !plan.VoiceReplies && terms.SmallestWith(e => e.VoiceReplies) is { } larger ? say["Settings.voiceInPlan", larger] : null;

    private Plan? PlanFor(Entitlements plan, NegotiationStyle style) => plan.Allowed(style) == style ? null : terms.SmallestWith(e => e.Allowed(style) == style);
}
