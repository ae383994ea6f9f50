using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants;

/// <summary>How the assistant speaks and sells.</summary>
/// <param name="Version">The version that was on screen: somebody else's change in between is not overwritten.</param>
/// <param name="Name">What it calls itself; null = nothing.</param>
/// <param name="Tone">One of <see cref="AssistantProfile.Tones"/>.</param>
/// <param name="Greeting">The vendor's own words to a customer who is new; null = as usual.</param>
/// <param name="Sales">The rules as a whole.</param>
public sealed record EditAssistant(int Version, string? Name, string Tone, string? Greeting, SalesRules Sales) : ICommand<Result>, IOwnersOnly;

internal sealed class EditAssistantHandler(IAppDbContext db, PlanTerms terms, TimeProvider clock) : ICommandHandler<EditAssistant, Result>
{
    public async Task<Result> Handle(EditAssistant command, CancellationToken cancellationToken)
    {
        var shop = await db.Tenants.SingleAsync(cancellationToken);
        if (shop.Version != command.Version)
        {
            return Error.EditedElsewhere;
        }

        var subscription = await db.Subscriptions.AsNoTracking().SingleAsync(cancellationToken);
        if (NotInPlan(shop.Sales, command.Sales, subscription.EntitlementsAt(clock.GetUtcNow(), terms)) is { } refused)
        {
            return refused;
        }

        // Whether it is paused is no part of this form: see SwitchAssistant.
        var profile = shop.ChangeAssistant(shop.Assistant with { Name = command.Name, Tone = command.Tone, Greeting = command.Greeting });
        return profile.IsOk ? shop.ChangeSales(command.Sales) : profile;
    }

    /// <summary>What a former plan or an operator gave may stay; it cannot be chosen anew.</summary>
    private static Error? NotInPlan(SalesRules before, SalesRules after, Entitlements plan)
    {
        if (!plan.AllStyles && after.Style != before.Style && after.Style != NegotiationStyle.Balanced)
        {
            return TenantErrors.StyleNotInPlan;
        }

        return !plan.VoiceReplies && after.VoiceReplies == true && before.VoiceReplies != true ? TenantErrors.VoiceNotInPlan : null;
    }
}
