using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>A plan for so many days: by an operator, or paid beforehand. Days of the same plan add up.</summary>
public sealed record GrantPlan(Plan Plan, int Days, GrantSource Source) : ICommand<Result>;

/// <summary>An operator takes back what is left of a prepaid period.</summary>
public sealed record EndGrant(Guid Id) : ICommand<Result>;

internal sealed class GrantPlanHandler(IAppDbContext db, PlanLimits limits, FollowUps followUps, TimeProvider clock)
    : ICommandHandler<GrantPlan, Result>, ICommandHandler<EndGrant, Result>
{
    public Task<Result> Handle(GrantPlan command, CancellationToken cancellationToken) => ChangeAsync(
        subscription => new Result(subscription.GrantDays(command.Plan, command.Days, command.Source, clock.GetUtcNow()).Error), cancellationToken);

    public Task<Result> Handle(EndGrant command, CancellationToken cancellationToken) =>
        ChangeAsync(subscription => subscription.EndGrant(command.Id, clock.GetUtcNow()), cancellationToken);

    private async Task<Result> ChangeAsync(Func<Subscription, Result> change, CancellationToken ct)
    {
        var subscription = await db.Subscriptions.SingleAsync(ct);
        var changed = change(subscription);
        if (changed.IsOk)
        {
            followUps.Add(await limits.ApplyAsync(subscription, ct));
        }

        return changed;
    }
}
