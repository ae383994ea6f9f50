using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants;

/// <summary>How the assistant speaks and sells.</summary>
/// <param name="Version">The version that was on screen: somebody else's change in between is not overwritten.</param>
/// <param name="Name">What it calls itself; null = nothing.</param>
/// <param name="Tone">One of <see cref="AssistantProfile.Tones"/>.</param>
/// <param name="Greeting">The vendor's own words to a customer who is new; null = as usual.</param>
/// <param name="Sales">The rules as a whole.</param>
public sealed record EditAssistant(int Version, string? Name, string Tone, string? Greeting, SalesRules Sales) : ICommand<Result>, IOwnersOnly;

internal sealed class EditAssistantHandler(IAppDbContext db, PlanRoom room) : ICommandHandler<EditAssistant, Result>
{
    public async Task<Result> Handle(EditAssistant command, CancellationToken cancellationToken)
    {
        var shop = await db.Tenants.SingleAsync(cancellationToken);
        if (shop.Version != command.Version)
        {
            return Error.EditedElsewhere;
        }

        if (await NotInPlanAsync(shop.Sales, command.Sales, cancellationToken) is { } refused)
        {
            return refused;
        }

        // Whether it is paused is no part of this form: see SwitchAssistant.
        var profile = shop.ChangeAssistant(shop.Assistant with { Name = command.Name, Tone = command.Tone, Greeting = command.Greeting });
        return profile.IsOk ? shop.ChangeSales(command.Sales) : profile;
    }

    /// <summary>What a former plan or an operator gave may stay; it cannot be chosen anew.</summary>
    private async Task<Error?> NotInPlanAsync(SalesRules before, SalesRules after, CancellationToken ct)
    {
        if (await room.ForStyleAsync(before.Style, after.Style, ct) is { } refused)
        {
            return refused;
        }

        var isNew = after.VoiceReplies == true && before.VoiceReplies != true;
        return isNew && !(await room.EntitlementsAsync(ct)).VoiceReplies ? TenantErrors.VoiceNotInPlan : null;
    }
}
