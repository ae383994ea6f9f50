using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Tests.Subscriptions;

/// <summary>Notices in any order, twice, or never: the same end.</summary>
public sealed class NoticeTests
{
    private static readonly SubscriptionStatus[] Life =
        [SubscriptionStatus.Trialing, SubscriptionStatus.Active, SubscriptionStatus.PastDue, SubscriptionStatus.Active, SubscriptionStatus.Unpaid];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Shuffled_repeated_and_dropped_notices_lead_to_the_same_state(int seed)
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Business);
        var random = new Random(seed);
        var events = Life.SelectMany((status, i) => Enumerable.Repeat((Status: status, Notice: Notice($"evt_{i}")), 3)).ToArray();
        random.Shuffle(events);
        foreach (var (_, notice) in events.Skip(random.Next(events.Length)))
        {
            // The provider is somewhere in that life whenever it is asked.
            town.Provider.Edit("sub_1", s => s with { Status = Life[random.Next(Life.Length)], PastDueSince = town.Now });
            await town.SendAsync(new ReceiveNotice(notice));
            if (random.Next(2) == 0)
            {
                await town.Installation.Get<BillingNotices>().WorkAsync(CancellationToken.None);
            }
        }

        town.Provider.Edit("sub_1", s => s with { Status = SubscriptionStatus.Unpaid, PastDueSince = null });
        await town.Installation.Get<BillingNotices>().WorkAsync(CancellationToken.None);
        await town.SendAsync(new ReconcileBilling());

        var end = await town.Shop.ReadAsync(db => db.Subscriptions.AsNoTracking().SingleAsync());
        Assert.Equal((SubscriptionStatus.Unpaid, Plan.Business, null, false), (end.Status, end.Plan, end.PastDueSince, end.CancelAtPeriodEnd));
        Assert.Equal(Plan.Starter, end.PlanAt(town.Now));
        Assert.Equal("sub_1", end.ExternalId);
    }

    [Fact]
    public async Task A_notice_that_comes_twenty_times_at_once_is_one_row()
    {
        await using var town = await BillingTown.OpenAsync();

        var isNew = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => town.SendAsync(new ReceiveNotice(Notice("evt_1")))));

        Assert.Single(isNew, true);
        Assert.Single((await town.SendAsync(new ListNotices())).Rows);
    }

    [Fact]
    public async Task Notices_of_strangers_are_ignored_and_rejected_ones_are_kept_untouched_until_an_operator_wants_them()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Pro);
        await town.SendAsync(new ReceiveNotice(Notice("evt_stranger") with { CustomerId = "cus_stranger" }));
        await town.SendAsync(new ReceiveNotice(Notice("evt_nobody") with { CustomerId = null }));
        await town.SendAsync(new ReceiveNotice(Notice("evt_other") with { Rejection = "other_mode" }));
        await town.Installation.Get<BillingNotices>().WorkAsync(CancellationToken.None);

        Assert.Equal(["unknown_customer", "no_customer", "other_mode"], await ErrorsAsync("evt_stranger", "evt_nobody", "evt_other"));
        Assert.Equal(2, (await town.SendAsync(new ListNotices())).Counts[BillingEventState.Ignored]);
        await town.SendAsync(new RetryNotice("evt_other"));
        await town.Installation.Get<BillingNotices>().WorkAsync(CancellationToken.None);
        Assert.Equal([null], await ErrorsAsync("evt_other"));
        Assert.Equal(Error.NotFound, (await town.SendAsync(new RetryNotice("evt_nothing"))).Error);

        async Task<List<string?>> ErrorsAsync(params string[] ids)
        {
            var rows = (await town.SendAsync(new ListNotices())).Rows;
            return [.. ids.Select(id => rows.Single(r => r.Id == id).LastError)];
        }
    }

    [Fact]
    public async Task While_the_provider_is_down_a_notice_waits_with_growing_gaps_and_is_given_up_after_ten_tries()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Pro);
        await town.SendAsync(new ReceiveNotice(Notice("evt_1")));
        town.Provider.IsDown = true;
        var notices = town.Installation.Get<BillingNotices>();

        Assert.Equal(1, await notices.WorkAsync(CancellationToken.None));
        Assert.Equal(0, await notices.WorkAsync(CancellationToken.None));
        for (var i = 1; i < BillingEvent.MaxAttempts; i++)
        {
            town.Clock.Advance(TimeSpan.FromHours(2));
            Assert.Equal(1, await notices.WorkAsync(CancellationToken.None));
        }

        Assert.Equal((BillingEventState.Failed, "no_answer"), await StateAsync());
        town.Provider.IsDown = false;
        await town.SendAsync(new RetryNotice("evt_1"));
        await notices.WorkAsync(CancellationToken.None);
        Assert.Equal((BillingEventState.Done, null), await StateAsync());

        async Task<(BillingEventState, string?)> StateAsync()
        {
            var row = Assert.Single((await town.SendAsync(new ListNotices())).Rows);
            return (row.State, row.LastError);
        }
    }

    [Fact]
    public async Task What_was_never_delivered_is_fetched_and_old_ids_are_forgotten_late()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Pro);
        town.Provider.Edit("sub_1", s => s with { Status = SubscriptionStatus.Canceled });
        town.Provider.Notices.AddRange([Notice("evt_lost") with { CreatedAt = town.Now }, Notice("evt_old") with { CreatedAt = town.Now.AddDays(-9) }]);

        await town.SendAsync(new BackfillNotices());
        await town.Installation.Get<BillingNotices>().WorkAsync(CancellationToken.None);

        Assert.Equal("evt_lost", Assert.Single((await town.SendAsync(new ListNotices())).Rows).Id);
        Assert.Equal(Plan.Starter, (await town.ViewAsync()).Plan);
        town.Clock.Advance(TimeSpan.FromDays(91));
        await town.SendAsync(new ForgetOldNotices());
        Assert.Empty((await town.SendAsync(new ListNotices())).Rows);
    }

    private static BillingNotice Notice(string id) =>
        new(id, "customer.subscription.updated", new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), "2026-07-29.dahlia", false, "sub_1", "cus_1");
}
