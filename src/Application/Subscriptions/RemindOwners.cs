using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>
/// Writes owners what is about to happen to their plan, each thing once: at once when a count or a notice asks for it, and a
/// few times a day for what the clock brings. What the screens show does not wait for it.
/// </summary>
public sealed record RemindOwners : IJobCommand;

internal sealed class RemindOwnersHandler(IAppDbContext db, PlanTerms terms, OwnerPost post, IPublicAddress address, FollowUps followUps, TimeProvider clock)
    : ICommandHandler<RemindOwners, Result>
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(3);

    private Uri Page => new(address.Root, "account/subscription");

    public async Task<Result> Handle(RemindOwners command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var subscription = await db.Subscriptions.SingleAsync(cancellationToken);
        var period = UsageMeter.PeriodOf(now);
        var meter = await db.UsageMeters.AsNoTracking().SingleOrDefaultAsync(u => u.Period == period, cancellationToken);
        foreach (var mail in Due(subscription, now).Concat(meter is null ? [] : UsedUp(subscription, meter, now)).ToList())
        {
            followUps.Add(ct => post.SendAsync(mail, ct));
        }

        return Result.Ok;
    }

    private IEnumerable<Func<Person, Mail>> Due(Subscription subscription, DateTimeOffset now)
    {
        var page = Page;
        if (!subscription.IsRecurring && subscription.IsTrialAt(now + Ahead) != subscription.IsTrialAt(now) && subscription.Tell("trial"))
        {
            yield return to => SubscriptionMails.TrialEnds(to, subscription.TrialEndsAt!.Value, page);
        }

        if (subscription is { IsRecurring: true, Status: SubscriptionStatus.Trialing, CancelAtPeriodEnd: false, PeriodEnd: { } first } && first > now && first <= now + Ahead
            && subscription.Tell($"first-payment:{first.UtcTicks.ToString(CultureInfo.InvariantCulture)}"))
        {
            yield return to => SubscriptionMails.FirstPayment(to, subscription.Plan, first, page);
        }

        foreach (var grant in subscription.TakeReminders(now, Ahead))
        {
            yield return to => SubscriptionMails.GrantEnds(to, grant, page);
        }

        if (subscription.GraceEndsAt is { } grace && subscription.Tell($"past-due:{grace.UtcTicks.ToString(CultureInfo.InvariantCulture)}"))
        {
            yield return to => SubscriptionMails.PaymentFailed(to, grace, page);
        }
    }

    /// <summary>Once a month for each thing and threshold, and again for a larger plan.</summary>
    private IEnumerable<Func<Person, Mail>> UsedUp(Subscription subscription, UsageMeter meter, DateTimeOffset now)
    {
        var (page, plan, limits) = (Page, subscription.PlanAt(now), subscription.EntitlementsAt(now, terms));
        foreach (var kind in Enum.GetValues<UsageKind>())
        {
            var reached = meter.ReachedOf(kind, limits);
            if (reached > 0 && subscription.Tell(string.Create(CultureInfo.InvariantCulture, $"usage:{meter.Period}:{kind}:{plan}:{reached}")))
            {
                yield return to => UsageMails.Of(to, kind, reached, page);
            }
        }
    }
}
