using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Tests.Subscriptions;

/// <summary>What the provider reports out of the ordinary reaches people, once, and stays to be seen by the operator.</summary>
public sealed class WarningTests
{
    [Theory]
    [InlineData("charge.dispute.created", "A payment is disputed", "Payment disputed: Maison Adjoa")]
    [InlineData("charge.refunded", "A payment is refunded to you", "Payment refunded: Maison Adjoa")]
    [InlineData("invoice.finalization_failed", "Your invoice cannot be made out", "Invoice that cannot be made out: Maison Adjoa")]
    [InlineData("invoice.payment_action_required", "Your bank asks for a confirmation", null)]
    [InlineData("customer.deleted", "Your subscription has ended", "Customer deleted at the provider: Maison Adjoa")]
    public async Task It_is_told_to_owner_and_operator_once_however_often_it_is_reported(string type, string toOwner, string? toOperator)
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Pro);
        foreach (var id in new[] { "evt_1", "evt_2", "evt_1" })
        {
            await town.SendAsync(new ReceiveNotice(Notice(town, id, type, "obj_1")));
            await WorkAsync(town);
        }

        Assert.Equal([toOwner], town.Mails.Where(m => m.To == "adjoa@example.com").Select(m => m.Subject));
        Assert.Equal(toOperator is null ? [] : [toOperator], town.Mails.Where(m => m.To == "operator@example.com").Select(m => m.Subject));
        var row = (await town.Installation.Get<IBillingAcrossTenants>().WarningsAsync(10, CancellationToken.None))[0];
        Assert.Equal(("Maison Adjoa", "obj_1", BillingEventState.Done), (row.ShopName, row.About, row.State));

        await town.SendAsync(new ReceiveNotice(Notice(town, "evt_3", type, "obj_2")));
        await WorkAsync(town);
        Assert.Equal(2, town.Mails.Count(m => m.Subject == toOwner));
    }

    [Fact]
    public async Task A_dispute_does_not_name_the_customer_and_finds_her_all_the_same()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Pro);
        await town.SendAsync(new ReceiveNotice(Notice(town, "evt_1", "charge.dispute.created", "dp_1") with { CustomerId = null }));
        await town.SendAsync(new ReceiveNotice(Notice(town, "evt_2", "charge.dispute.created", "dp_2") with { CustomerId = null }));

        await WorkAsync(town);

        Assert.Single(town.Mails, m => m.Subject == "A payment is disputed");
        var rows = await town.Installation.Get<IBillingAcrossTenants>().WarningsAsync(10, CancellationToken.None);
        Assert.Equal([("dp_1", "Maison Adjoa"), ("dp_2", null)], rows.OrderBy(r => r.About).Select(r => (r.About!, r.ShopName)));
    }

    [Fact]
    public async Task A_failed_payment_is_written_with_its_notice_and_not_hours_later()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Pro);
        town.Provider.Edit("sub_1", s => s with { Status = SubscriptionStatus.PastDue, PastDueSince = town.Now });

        await town.SendAsync(new ReceiveNotice(Notice(town, "evt_1", "invoice.payment_failed", "in_1")));
        await WorkAsync(town);

        Assert.Equal(["A payment did not go through"], town.Mails.Select(m => m.Subject));
    }

    [Fact]
    public async Task After_the_customer_was_deleted_the_shop_is_on_Starter_and_can_buy_again()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Pro);
        (town.Provider.IsCustomerGone, town.Provider.Subscriptions) = (true, []);

        await town.SendAsync(new ReceiveNotice(Notice(town, "evt_1", "customer.deleted", "cus_1")));
        await WorkAsync(town);
        Assert.Equal((Plan.Starter, false), ((await town.ViewAsync()).Plan, (await town.ViewAsync()).IsRecurring));

        Assert.True((await town.SendAsync(new Subscribe(Plan.Business, BillingInterval.Monthly, "again"))).IsOk);
        Assert.Equal("cus_2", await town.Shop.ReadAsync(db => db.Subscriptions.Select(s => s.CustomerId).SingleAsync()));
    }

    [Fact]
    public async Task The_first_payment_after_a_trial_is_announced_and_not_when_it_was_cancelled()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Pro);
        var end = town.Now.AddDays(2);
        town.Provider.Edit("sub_1", s => s with { Status = SubscriptionStatus.Trialing, PeriodEnd = end, TrialEndsAt = end, CancelAtPeriodEnd = true });
        await TrialEndsAsync("evt_1");
        Assert.Empty(town.Mails);

        town.Provider.Edit("sub_1", s => s with { CancelAtPeriodEnd = false });
        await TrialEndsAsync("evt_2");
        await TrialEndsAsync("evt_3");
        Assert.Equal(["First payment of your subscription"], town.Mails.Select(m => m.Subject));

        async Task TrialEndsAsync(string id)
        {
            await town.SendAsync(new ReceiveNotice(Notice(town, id, "customer.subscription.trial_will_end", "sub_1")));
            await WorkAsync(town);
        }
    }

    private static Task<int> WorkAsync(BillingTown town) => town.Installation.Get<BillingNotices>().WorkAsync(CancellationToken.None);

    private static BillingNotice Notice(BillingTown town, string id, string type, string about) =>
        new(id, type, town.Now, "2026-07-29.dahlia", false, about, "cus_1");
}
