using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Application.Tenants.Team;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>
/// Stops what is over the plan and starts again what fits: numbers, which run by themselves, and people, who would ask at
/// every click. Everything else asks for the plan when it is used. Nothing is deleted; see ADR 30.
/// </summary>
internal sealed class PlanLimits(
    IAppDbContext db, ITenantScope tenant, IWhatsAppSessions sessions, TeamPlaces people, PlanTerms terms, TimeProvider clock)
{
    /// <summary>Inside a transaction; the answer is what to do after it.</summary>
    public async Task<Func<CancellationToken, Task>> ApplyAsync(Subscription subscription, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var limits = subscription.EntitlementsAt(now, terms);
        var numbers = limits.Numbers;
        List<Func<CancellationToken, Task>> after = [.. await people.ApplyAsync(limits.People, now, ct)];
        foreach (var session in await db.Sessions.ToListAsync(ct))
        {
            var due = new DueSession(tenant.Id, session.Id);
            if (session.Position > numbers && session.StopForPlan(now))
            {
                after.Add(token => sessions.StopAsync(due, token));
            }
            else if (session.Position <= numbers && session.IsStoppedForPlan && session.Resume(now))
            {
                after.Add(token => sessions.ResumeAsync(due, token));
            }
        }

        return async token =>
        {
            foreach (var act in after)
            {
                await act(token);
            }
        };
    }
}

/// <summary>
/// For a schedule: plans also end by the clock (a trial, a grace, a prepaid period), and then nobody sends a notice.
/// </summary>
public sealed record EnforcePlan : IJobCommand;

internal sealed class EnforcePlanHandler(IAppDbContext db, PlanLimits limits, FollowUps followUps) : ICommandHandler<EnforcePlan, Result>
{
    public async Task<Result> Handle(EnforcePlan command, CancellationToken cancellationToken)
    {
        followUps.Add(await limits.ApplyAsync(await db.Subscriptions.SingleAsync(cancellationToken), cancellationToken));
        return Result.Ok;
    }
}
