using MediatR;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>Another plan: a larger one now, with the difference charged; a smaller one with the next period.</summary>
/// <param name="Intent">Made with the form: the same form sent twice is one wish.</param>
public sealed record ChangePlan(Plan Plan, BillingInterval Interval, string Intent) : IRequest<Result>, IOwnersOnly;

/// <summary>What a change means before it is made.</summary>
public sealed record PreviewPlanChange(Plan Plan, BillingInterval Interval) : IRequest<Result<PlanChangePreview>>, IOwnersOnly;

/// <param name="DueNow">Charged at once; null when nothing is, because the change comes with the next period.</param>
/// <param name="From">When a smaller plan begins.</param>
public sealed record PlanChangePreview(Plan Plan, BillingInterval Interval, Money? DueNow, DateTimeOffset? From);

internal static class PlanMoves
{
    /// <summary>More for the shop, or paid for longer: at once. Everything else waits for the period's end.</summary>
    public static bool IsUp(Subscription now, Plan plan, BillingInterval interval) =>
        plan > now.Plan || (plan == now.Plan && interval > now.Interval);

    public static Error? Refusal(Subscription now, Plan plan) => (plan, now) switch
    {
        (Plan.Starter, _) => SubscriptionErrors.StarterIsFree,
        (_, { IsRecurring: false }) => SubscriptionErrors.NotSubscribed,
        _ => null,
    };
}

internal sealed class ChangePlanHandler(BillingDesk desk) : IRequestHandler<ChangePlan, Result>
{
    public Task<Result> Handle(ChangePlan request, CancellationToken cancellationToken) => desk.InTurnAsync(() => ChangeAsync(request, cancellationToken), cancellationToken);

    private async Task<Result> ChangeAsync(ChangePlan wish, CancellationToken ct)
    {
        var subscription = await desk.FreshAsync(ct);
        if (PlanMoves.Refusal(subscription, wish.Plan) is { } refused)
        {
            return refused;
        }

        if (!PlanMoves.IsUp(subscription, wish.Plan, wish.Interval))
        {
            return await LaterAsync(subscription, wish, ct);
        }

        var currency = (await desk.ShopAsync(ct)).Currency;
        var change = new PlanChange(subscription.ExternalId!, subscription.ItemId!, wish.Plan, wish.Interval, currency, Now: true);
        await desk.Operations.RunAsync(
            "change", $"{change.SubscriptionId}:{wish.Plan}:{wish.Interval}:{wish.Intent}", key => desk.Gateway.ChangePlanAsync(change, key, ct), ct);
        await desk.ChangeAsync(row => row.ForgetNextPlan(), ct);
        await desk.FreshAsync(ct);
        return Result.Ok;
    }

    /// <summary>Choosing the present plan while a smaller one is to come means: stay.</summary>
    private async Task<Result> LaterAsync(Subscription subscription, ChangePlan wish, CancellationToken ct)
    {
        var stays = wish.Plan == subscription.Plan && wish.Interval == subscription.Interval;
        if (stays && subscription.NextPlan is null)
        {
            return SubscriptionErrors.SamePlan;
        }

        await desk.ChangeAsync(row => _ = stays ? Forget(row) : row.ScheduleChange(wish.Plan, wish.Interval), ct);
        return Result.Ok;
    }

    private static Result Forget(Subscription row)
    {
        row.ForgetNextPlan();
        return Result.Ok;
    }
}

internal sealed class PreviewPlanChangeHandler(BillingDesk desk) : IRequestHandler<PreviewPlanChange, Result<PlanChangePreview>>
{
    public Task<Result<PlanChangePreview>> Handle(PreviewPlanChange request, CancellationToken cancellationToken) => desk.InTurnAsync<PlanChangePreview>(
        async () =>
        {
            var subscription = await desk.FreshAsync(cancellationToken);
            if (PlanMoves.Refusal(subscription, request.Plan) is { } refused)
            {
                return refused;
            }

            if (!PlanMoves.IsUp(subscription, request.Plan, request.Interval))
            {
                return new PlanChangePreview(request.Plan, request.Interval, null, subscription.PeriodEnd);
            }

            var currency = (await desk.ShopAsync(cancellationToken)).Currency;
            var change = new PlanChange(subscription.ExternalId!, subscription.ItemId!, request.Plan, request.Interval, currency, Now: true);
            return new PlanChangePreview(request.Plan, request.Interval, await desk.Gateway.PreviewChangeAsync(subscription.CustomerId!, change, cancellationToken), null);
        },
        cancellationToken);
}
