using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>
/// For a schedule, a few times a day: writes owners what is about to happen to their plan, each thing once. What the screens
/// show does not wait for it.
/// </summary>
public sealed record RemindOwners : IJobCommand;

internal sealed class RemindOwnersHandler(IAppDbContext db, OwnerPost post, IPublicAddress address, FollowUps followUps, TimeProvider clock)
    : ICommandHandler<RemindOwners, Result>
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(3);

    public async Task<Result> Handle(RemindOwners command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var subscription = await db.Subscriptions.SingleAsync(cancellationToken);
        var period = UsageMeter.PeriodOf(now);
        var announced = await db.UsageMeters.Where(u => u.Period == period).Select(u => u.Announced).SingleOrDefaultAsync(cancellationToken);
        foreach (var mail in Due(subscription, (period, announced), now).ToList())
        {
            followUps.Add(ct => post.SendAsync(mail, ct));
        }

        return Result.Ok;
    }

    private IEnumerable<Func<Person, Mail>> Due(Subscription subscription, (int Period, int Announced) usage, DateTimeOffset now)
    {
        var page = new Uri(address.Root, "account/subscription");
        if (!subscription.IsRecurring && subscription.IsTrialAt(now + Ahead) != subscription.IsTrialAt(now) && subscription.Tell("trial"))
        {
            yield return to => SubscriptionMails.TrialEnds(to, subscription.TrialEndsAt!.Value, page);
        }

        foreach (var grant in subscription.TakeReminders(now, Ahead))
        {
            yield return to => SubscriptionMails.GrantEnds(to, grant, page);
        }

        if (subscription.GraceEndsAt is { } grace && subscription.Tell($"past-due:{grace.UtcTicks.ToString(CultureInfo.InvariantCulture)}"))
        {
            yield return to => SubscriptionMails.PaymentFailed(to, grace, page);
        }

        if (usage.Announced > 0 && subscription.Tell($"usage:{usage.Period}:{usage.Announced}"))
        {
            yield return to => usage.Announced >= UsageMeter.Full ? SubscriptionMails.UsedUp(to, page) : SubscriptionMails.NearlyUsedUp(to, page);
        }
    }
}
