using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Domain.Subscriptions;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.WebUI.Tests.Billing;

/// <summary>Where Stripe is at its oddest: disputes, deleted customers, pages elsewhere, bursts, and events of many shops.</summary>
public sealed class StripeEdgeTests
{
    [Fact]
    public async Task Subscribing_in_the_trial_pays_nothing_before_its_last_day()
    {
        await using var town = await BillingHost.StartAsync();
        var end = await town.Host.InShopAsync(town.Shop, s => s.GetRequiredService<AppDbContext>().Subscriptions.Select(x => x.TrialEndsAt).SingleAsync());

        await town.SubscribeAsync("Business", "Yearly");

        Assert.Equal(end!.Value.ToUnixTimeSeconds(), (long)town.Stripe.State.Sessions.Values.Single()["_trial_end"]!);
        Assert.Equal(0, (long)town.Stripe.State.Invoices.Values.Single()["total"]!);
        Assert.Equal((SubscriptionStatus.Trialing, Plan.Business), ((await town.ViewAsync()).Status, (await town.ViewAsync()).Plan));
    }

    [Theory]
    [InlineData("false", "true", null, "true")]
    [InlineData("true", "false", "true", null)]
    public async Task Tax_and_promotion_codes_are_switches(string tax, string codes, string? taxed, string? allowed)
    {
        await using var town = await BillingHost.StartAsync(("Stripe:AutomaticTax", tax), ("Stripe:PromotionCodes", codes));

        await town.ChooseAsync("Pro");

        var session = town.Stripe.State.Sessions.Values.Single();
        Assert.Equal((taxed, allowed), ((string?)session["_tax"], (string?)session["_codes"]));
        Assert.Empty(town.Stripe.Complaints);
    }

    [Fact]
    public async Task Events_of_several_shops_in_any_order_change_each_its_own()
    {
        await using var town = await BillingHost.StartAsync();
        await town.SubscribeAsync("Business");
        var first = town.Stripe.State.Subscriptions.Keys.Single();
        using var other = town.Host.Browse();
        var shop = await town.Host.ShopNamedAsync(await other.SignUpAsync("Autre"));
        using (var answer = await BillingHost.PostAsync(other, "/billing?handler=Checkout", new() { ["plan"] = "Pro", ["interval"] = "Monthly", ["intent"] = "b" }))
        {
            town.Stripe.State.Complete(answer.Headers.Location!.Segments[^1]);
        }

        var second = town.Stripe.State.Subscriptions.Keys.Single(id => id != first);
        foreach (var (a, b) in new[] { ("past_due", "active"), ("active", "unpaid"), ("unpaid", "past_due"), ("paused", "active") })
        {
            town.Stripe.State.Change(first, json => json["status"] = a);
            town.Stripe.State.Change(second, json => json["status"] = b);
        }

        var all = town.Stripe.State.Events.Concat(town.Stripe.State.Events).ToArray();
        new Random(3).Shuffle(all);
        await Task.WhenAll(all.Select(async notice => Assert.Equal(200, await town.Stripe.DeliverAsync(town.Webhooks, notice))));
        await town.WorkedOffAsync();

        Assert.Equal((SubscriptionStatus.Paused, Plan.Business), ((await town.ViewAsync()).Status, (await town.ViewAsync()).PaidPlan));
        Assert.Equal((SubscriptionStatus.Active, Plan.Pro), ((await town.ViewAsync(shop)).Status, (await town.ViewAsync(shop)).PaidPlan));
    }

    [Fact]
    public async Task A_dispute_finds_its_shop_and_a_deleted_customer_can_buy_again()
    {
        await using var town = await BillingHost.StartAsync();
        await town.SubscribeAsync("Pro");
        var customer = town.Stripe.State.Customers.Keys.Single();

        Assert.Equal(200, await town.Stripe.DeliverAsync(town.Webhooks, town.Stripe.State.Dispute(customer)));
        Assert.Equal(200, await town.Stripe.DeliverAsync(town.Webhooks, town.Stripe.State.DeleteCustomer(customer)));
        await town.WorkedOffAsync();

        var told = await town.Host.InShopAsync(town.Shop, s => s.GetRequiredService<AppDbContext>().Subscriptions.Select(x => x.Told).SingleAsync());
        Assert.Contains(told, what => what.StartsWith("Disputed:dp_", StringComparison.Ordinal));
        Assert.Contains($"CustomerGone:{customer}", told);
        Assert.False((await town.ViewAsync()).IsRecurring);
        await town.SubscribeAsync("Business");
        Assert.Equal(Plan.Business, (await town.ViewAsync()).Plan);
        Assert.Empty(town.Stripe.Complaints);
    }

    [Fact]
    public async Task Nobody_is_led_to_a_page_that_is_not_Stripes_own()
    {
        await using var town = await BillingHost.StartAsync();
        town.Stripe.Routes.PagesAt = "https://checkout.stripe.com.evil.example";

        using var answer = await town.PostAsync("/billing?handler=Checkout", new() { ["plan"] = "Pro", ["interval"] = "Monthly", ["intent"] = "a" });
        using var portal = await town.PostAsync("/billing?handler=Portal", new() { ["intent"] = "b" });

        Assert.All([answer, portal], led => Assert.Equal((HttpStatusCode.Redirect, "/account/subscription"), (led.StatusCode, led.Headers.Location!.OriginalString)));
    }

    [Fact]
    public async Task A_burst_of_five_hundred_notices_is_taken_whole()
    {
        await using var town = await BillingHost.StartAsync();
        await town.SubscribeAsync("Pro");
        var notice = town.Stripe.State.Events[^1];
        var burst = Enumerable.Range(0, 500).Select(n =>
        {
            var copy = notice.DeepClone().AsObject();
            copy["id"] = $"evt_burst_{n}";
            return copy;
        });

        var answers = await Task.WhenAll(burst.Select(copy => town.Stripe.DeliverAsync(town.Webhooks, copy)));

        Assert.All(answers, status => Assert.Equal(200, status));
    }

    [Fact]
    public async Task Whoever_floods_the_inbox_is_told_to_come_back_later_and_the_pages_stay_open()
    {
        await using var town = await BillingHost.StartAsync(("RateLimits:WebhooksPerMinute", "20"));
        HttpResponseMessage? refused = null;
        for (var i = 0; i < 21; i++)
        {
            refused?.Dispose();
            refused = await town.Webhooks.PostAsync("/webhooks/stripe", new StringContent("{}"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, refused!.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        refused.Dispose();
        using var page = await town.Vendor.GetAsync("/account/subscription");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }
}
