using System.Net;
using System.Text.Json.Nodes;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Subscriptions;
using WaSaas.WebUI.Tests.Billing.Stripe;

namespace WaSaas.WebUI.Tests.Billing;

/// <summary>The flows of billing over real HTTP on both sides: pages here, Stripe's strict counterpart there.</summary>
public sealed class StripeFlowTests
{
    [Fact]
    public async Task A_vendor_buys_moves_up_schedules_down_cancels_and_comes_back_without_one_wrong_parameter()
    {
        await using var town = await BillingHost.StartAsync();
        var id = await town.SubscribeAsync("Pro");
        var state = town.Stripe.State;
        Assert.Equal((Plan.Pro, SubscriptionStatus.Trialing, 14), await SeenAsync());
        Assert.EndsWith("/billing/return?session_id={CHECKOUT_SESSION_ID}", (string)state.Sessions.Values.Single()["_success_url"]!, StringComparison.Ordinal);

        Assert.Contains("12 345 F", await town.Vendor.TextAsync("/billing/change?plan=Business&interval=Monthly"), StringComparison.Ordinal);
        using (await town.PostAsync("/billing/change", new() { ["plan"] = "Business", ["interval"] = "Monthly", ["intent"] = "up" }))
        {
            Assert.Equal(Plan.Business, (await SeenAsync()).Item1);
            Assert.Single(state.Subscriptions[id]["items"]!["data"]!.AsArray());
        }

        using (await town.PostAsync("/billing/change", new() { ["plan"] = "Pro", ["interval"] = "Monthly", ["intent"] = "down" }))
        {
            Assert.Equal((Plan.Business, Plan.Pro), ((await town.ViewAsync()).Plan, (await town.ViewAsync()).NextPlan));
        }

        using (await town.PostAsync("/billing/cancel", new() { ["intent"] = "stop" }))
        {
            Assert.True((bool)state.Subscriptions[id]["cancel_at_period_end"]!);
            Assert.True((await town.ViewAsync()).CancelAtPeriodEnd);
        }

        using (await town.PostAsync("/billing?handler=Keep", new() { ["intent"] = "keep" }))
        {
            Assert.False((await town.ViewAsync()).CancelAtPeriodEnd);
        }

        using var portal = await town.PostAsync("/billing?handler=Portal", new() { ["intent"] = "portal" });
        Assert.Equal("billing.stripe.com", portal.Headers.Location!.Host);
        Assert.Contains("TEST-in", await town.Vendor.TextAsync("/account/subscription"), StringComparison.Ordinal);
        Assert.Empty(town.Stripe.Complaints);

        async Task<(Plan, SubscriptionStatus, int)> SeenAsync()
        {
            var view = await town.ViewAsync();
            return (view.Plan, view.Status, view.TrialDaysLeft);
        }
    }

    [Theory]
    [InlineData(Fault.TooMany)]
    [InlineData(Fault.ServerError)]
    [InlineData(Fault.DropBefore)]
    [InlineData(Fault.DropAfter)]
    internal async Task Trouble_on_the_way_makes_one_customer_and_one_page(Fault fault)
    {
        await using var town = await BillingHost.StartAsync();
        town.Stripe.Faults.Enqueue(fault);

        var page = await town.ChooseAsync("Pro");
        var again = await town.ChooseAsync("Pro");

        Assert.Equal(page, again);
        Assert.Equal((1, 1), (town.Stripe.State.Customers.Count, town.Stripe.State.Sessions.Count));
        Assert.Single(town.Stripe.Executed, "POST /v1/customers");
        Assert.Empty(town.Stripe.Complaints);
    }

    [Fact]
    public async Task When_every_try_is_lost_after_execution_the_next_click_finds_what_was_made()
    {
        await using var town = await BillingHost.StartAsync();
        Enumerable.Repeat(Fault.DropAfter, 3).ToList().ForEach(town.Stripe.Faults.Enqueue);

        using (var lost = await town.PostAsync("/billing?handler=Checkout", new() { ["plan"] = "Pro", ["interval"] = "Monthly", ["intent"] = "a" }))
        {
            Assert.Equal("/account/subscription", lost.Headers.Location!.OriginalString);
        }

        Assert.Contains("ne répond pas", await town.Vendor.TextAsync("/account"), StringComparison.Ordinal);
        await town.ChooseAsync("Pro");
        Assert.Single(town.Stripe.State.Customers);
        Assert.Single(town.Stripe.Executed, "POST /v1/customers");
    }

    [Fact]
    public async Task A_declined_card_changes_nothing_and_the_bank_is_quoted()
    {
        await using var town = await BillingHost.StartAsync();
        await town.SubscribeAsync("Pro");
        town.Stripe.Routes.DeclineNext = true;

        using var refused = await town.PostAsync("/billing/change", new() { ["plan"] = "Business", ["interval"] = "Monthly", ["intent"] = "up" });

        Assert.Contains("Your card was declined.", await town.Vendor.TextAsync("/account"), StringComparison.Ordinal);
        Assert.Equal(Plan.Pro, (await town.ViewAsync()).Plan);
    }

    [Fact]
    public async Task The_return_address_of_another_shop_is_nothing_and_a_page_that_is_still_open_opens_nothing()
    {
        await using var town = await BillingHost.StartAsync();
        var session = (await town.ChooseAsync("Business")).Segments[^1];
        using var other = town.Host.Browse();
        await other.SignUpAsync("Autre");

        using var foreign = await other.GetAsync($"/billing/return?session_id={session}");
        using var guessed = await town.Vendor.GetAsync("/billing/return?session_id=cs_test_guess");
        using var waiting = await town.Vendor.GetAsync($"/billing/return?session_id={session}");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK), (foreign.StatusCode, guessed.StatusCode, waiting.StatusCode));
        Assert.Equal("5", waiting.Headers.GetValues("Refresh").Single());
        Assert.Equal(Plan.Pro, (await town.ViewAsync()).Plan);
    }

    [Fact]
    public async Task Notices_shuffled_tripled_and_with_gaps_end_in_Stripes_state()
    {
        await using var town = await BillingHost.StartAsync();
        var id = await town.SubscribeAsync("Business");
        var state = town.Stripe.State;
        foreach (var status in new[] { "active", "past_due", "active", "unpaid" })
        {
            state.Change(id, json => json["status"] = status);
        }

        var all = state.Events.SelectMany(e => Enumerable.Repeat(e, 3)).ToArray();
        new Random(7).Shuffle(all);
        foreach (var notice in all.Skip(2))
        {
            Assert.Equal(200, await town.Stripe.DeliverAsync(town.Webhooks, notice));
        }

        await town.WorkedOffAsync();
        Assert.Equal(SubscriptionStatus.Unpaid, (await town.ViewAsync()).Status);

        state.Change(id, json => json["status"] = "canceled");
        await town.Host.SendAsync(town.Shop, new ReconcileBilling());
        Assert.Equal((SubscriptionStatus.Canceled, false), ((await town.ViewAsync()).Status, (await town.ViewAsync()).IsRecurring));
        Assert.Empty(town.Stripe.Complaints);
    }

    [Fact]
    public async Task Forged_stale_future_large_and_garbled_notices_are_refused_without_a_row_and_foreign_ones_are_kept_as_rejected()
    {
        await using var town = await BillingHost.StartAsync();
        await town.SubscribeAsync("Pro");
        var (stripe, notice) = (town.Stripe, town.Stripe.State.Events[^1]);
        var now = stripe.State.Now;

        Assert.Equal(400, await stripe.DeliverAsync(town.Webhooks, notice, "whsec_other"));
        Assert.Equal(400, await stripe.DeliverAsync(town.Webhooks, notice, at: now - 400));
        Assert.Equal(400, await stripe.DeliverAsync(town.Webhooks, notice, at: now + 400));
        Assert.Equal(400, await stripe.DeliverAsync(town.Webhooks, new JsonObject { ["id"] = "evt_garbled" }));
        Assert.Equal(413, await stripe.DeliverAsync(town.Webhooks, new JsonObject { ["id"] = new string('x', 1024 * 1024) }));
        using (var bare = await town.Webhooks.PostAsync("/webhooks/stripe", new StringContent("{}")))
        {
            Assert.Equal((HttpStatusCode.BadRequest, ""), (bare.StatusCode, await bare.Content.ReadAsStringAsync()));
        }

        Assert.Empty((await ListAsync()).Rows);
        var (live, old) = (notice.DeepClone().AsObject(), notice.DeepClone().AsObject());
        (live["id"], live["livemode"]) = ("evt_live", true);
        (old["id"], old["api_version"]) = ("evt_old", "2025-03-31.basil");
        Assert.Equal(200, await stripe.DeliverAsync(town.Webhooks, live, "whsec_old"));
        Assert.Equal(200, await stripe.DeliverAsync(town.Webhooks, old));
        Assert.Equal(["other_mode", "other_version"], (await ListAsync()).Rows.OrderBy(r => r.Id).Select(r => r.LastError));
        Assert.All((await ListAsync()).Rows, row => Assert.Equal(BillingEventState.Rejected, row.State));

        Task<NoticeList> ListAsync() => town.Host.SendAsync(town.Shop, new ListNotices());
    }

    [Fact]
    public async Task A_notice_that_was_never_delivered_is_fetched_and_a_cancellation_in_the_portal_can_be_taken_back()
    {
        await using var town = await BillingHost.StartAsync();
        var id = await town.SubscribeAsync("Pro");
        town.Stripe.State.Change(id, json => json["cancel_at"] = (long)json["items"]!["data"]![0]!["current_period_end"]!);

        await town.Host.SendAsync(town.Shop, new BackfillNotices());
        await town.WorkedOffAsync();
        Assert.True((await town.ViewAsync()).CancelAtPeriodEnd);

        using (await town.PostAsync("/billing?handler=Keep", new() { ["intent"] = "keep" }))
        {
            Assert.Null(town.Stripe.State.Subscriptions[id]["cancel_at"]);
            Assert.False((await town.ViewAsync()).CancelAtPeriodEnd);
        }

        Assert.Empty(town.Stripe.Complaints);
    }
}
