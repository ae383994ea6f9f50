using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>
/// Fetches what the provider says of the shop in scope and follows it. Whatever notice came, late, twice or never, this is
/// the only way in which the provider's word gets into a subscription. Runs outside of transactions.
/// </summary>
internal sealed partial class BillingSync(
    IBillingGateway gateway, IUnitOfWork unitOfWork, IAppDbContext db, ITenantScope tenant, PlanLimits limits,
    BillingTurns turns, BillingOperations operations, TimeProvider clock, ILogger<BillingSync> log)
{
    public async Task RunAsync(CancellationToken ct)
    {
        using var turn = await turns.EnterAsync(tenant.Id, ct);
        await RunInTurnAsync(ct);
    }

    /// <summary>For whoever holds the shop's turn already.</summary>
    public async Task<Subscription> RunInTurnAsync(CancellationToken ct)
    {
        var subscription = await db.Subscriptions.AsNoTracking().SingleAsync(ct);
        if (subscription.CustomerId is not { } customer || gateway.Provider == BillingProvider.None)
        {
            return subscription;
        }

        var states = await gateway.SubscriptionsAsync(customer, ct);
        var chosen = BillingState.Choose(states);
        subscription = await FollowAsync(chosen, ct);
        await EndDoublesAsync(states, chosen, ct);
        return await TellNextPlanAsync(subscription, chosen, ct) ? await FollowAsync(BillingState.Choose(await gateway.SubscriptionsAsync(customer, ct)), ct) : subscription;
    }

    private async Task<Subscription> FollowAsync(BillingState? state, CancellationToken ct)
    {
        var (subscription, after) = await unitOfWork.RunAsync(
            async token =>
            {
                var row = await db.Subscriptions.SingleAsync(token);
                row.Follow(state, clock.GetUtcNow());
                return (row, await limits.ApplyAsync(row, token));
            },
            _ => true,
            ct);
        await after(ct);
        return subscription;
    }

    /// <summary>Two tabs, two payments: one goes on, the other ends at once.</summary>
    private async Task EndDoublesAsync(IReadOnlyList<BillingState> states, BillingState? chosen, CancellationToken ct)
    {
        foreach (var extra in states.Where(s => s.Status.IsLive() && s.Status != SubscriptionStatus.Unknown && s.Id != chosen?.Id))
        {
            DoubleEnded(tenant.Id.Value);
            await gateway.CancelNowAsync(extra.Id, ct);
        }
    }

    private async Task<bool> TellNextPlanAsync(Subscription subscription, BillingState? chosen, CancellationToken ct)
    {
        if (chosen is null || !subscription.IsChangeDueAt(clock.GetUtcNow()) || subscription is not { NextPlan: { } plan, NextInterval: { } interval }
            || (chosen.Plan == plan && chosen.Interval == interval))
        {
            return false;
        }

        var currency = await db.Tenants.Select(t => t.Currency).SingleAsync(ct);
        await operations.RunAsync(
            "next-plan",
            $"{chosen.Id}:{plan}:{interval}:{subscription.PeriodEnd:yyyyMMdd}",
            key => gateway.ChangePlanAsync(new PlanChange(chosen.Id, chosen.ItemId, plan, interval, currency, Now: false), key, ct),
            ct);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Shop {Shop} had more than one live subscription; the extra one was ended")]
    private partial void DoubleEnded(Guid shop);
}

/// <summary>For a schedule, per shop that the provider knows: repairs what no notice told, and applies next plans.</summary>
public sealed record ReconcileBilling : IJobCommand;

internal sealed class ReconcileBillingHandler(BillingSync sync, FollowUps followUps) : ICommandHandler<ReconcileBilling, Result>
{
    public Task<Result> Handle(ReconcileBilling command, CancellationToken cancellationToken)
    {
        // The network has no place inside a transaction.
        followUps.Add(sync.RunAsync);
        return Task.FromResult(Result.Ok);
    }
}
