using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Subscriptions;
using WaSaas.Infrastructure.Persistence;
using WaSaas.WebUI.Tests.Ui.Support;
using static Microsoft.Playwright.Assertions;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>What a vendor sees where her plan ends: which plan holds more, and what still works.</summary>
[Collection(nameof(UiTests))]
public sealed class UiLimitTests(UiHost host, Browser browser)
{
    private readonly List<string> _complaints = [];

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_style_that_the_plan_does_not_hold_is_marked_refused_and_named_with_its_plan(int width)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width);
        var shop = await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison Adjoa"));
        await ChangeAsync(shop, db =>
        {
            db.Subscriptions.Remove(db.Subscriptions.Single());
            db.SaveChanges();
            db.Subscriptions.Add(Subscription.StartTrial(shop, DateTimeOffset.UtcNow.AddDays(-20)));
            var tenant = db.Tenants.Single();
            tenant.ChangeSales(tenant.Sales with { Style = NegotiationStyle.Firm });
        });

        await page.GotoAsync("/settings/assistant");
        await Expect(page.Locator("main")).ToContainTextAsync("« Ferme » reprend avec Pro");
        await Expect(page.Locator("main")).ToContainTextAsync("Les réponses vocales font partie du forfait Pro");
        await page.SelectOptionAsync("[name='Input.Style']", nameof(NegotiationStyle.Generous));
        await page.ClickAsync("main form button.primary");
        await Expect(page.Locator("#error-summary")).ToContainTextAsync("Ce style fait partie du forfait Pro");
        await LookAsync(page, "/limits/style", width);

        await page.GotoAsync("/products/add");
        await page.FillAsync("[name='Input.Name']", "Wax 6 yards");
        await page.FillAsync("[name='Input.Price']", "18000");
        await page.ClickAsync("summary:has-text('égoci')");
        await page.SelectOptionAsync("[name='Input.Style']", nameof(NegotiationStyle.Firm));
        await page.ClickAsync("main form button.primary");
        await Expect(page.Locator("#error-summary")).ToContainTextAsync("Ce style fait partie du forfait Pro");
        await LookAsync(page, "/limits/product", width);
        Assert.All(_complaints, complaint => Assert.Contains("422", complaint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1280, SubscriptionStatus.PastDue, "Tout reste ouvert jusqu’au")]
    [InlineData(390, SubscriptionStatus.PastDue, "Tout reste ouvert jusqu’au")]
    [InlineData(1280, SubscriptionStatus.Unpaid, "Payez la facture ouverte")]
    [InlineData(390, SubscriptionStatus.Unpaid, "Payez la facture ouverte")]
    [InlineData(1280, SubscriptionStatus.Paused, "En pause")]
    [InlineData(390, SubscriptionStatus.Paused, "En pause")]
    [InlineData(390, SubscriptionStatus.Canceled, "Sans abonnement")]
    public async Task Every_state_of_a_subscription_says_what_holds_and_what_to_do(int width, SubscriptionStatus status, string sentence)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width);
        var shop = await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison Adjoa"));
        var now = DateTimeOffset.UtcNow;
        await ChangeAsync(shop, db =>
        {
            db.Subscriptions.Remove(db.Subscriptions.Single());
            db.SaveChanges();
            var subscription = Subscription.StartTrial(shop, now.AddDays(-20));
            subscription.Follow(new BillingState("sub_1", "si_1", Plan.Pro, BillingInterval.Monthly, status, now.AddDays(-6), now.AddDays(-6), now.AddDays(24), PastDueSince: now.AddDays(-1)), now);
            subscription.BelongsTo($"cus_pretend_{shop.Value:n}");
            db.Subscriptions.Add(subscription);
        });

        await page.GotoAsync("/account/subscription");
        await Expect(page.Locator(".subscr")).ToContainTextAsync(sentence);
        await Expect(page.Locator("#frame-banner .banner.bad")).ToHaveCountAsync(status == SubscriptionStatus.Canceled ? 0 : 1);
        await LookAsync(page, $"/limits/{status}", width);
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData(1280, 240, 0, "80 % du forfait du mois")]
    [InlineData(390, 0, 480, "80 % des minutes vocales")]
    [InlineData(390, 0, 600, "Les minutes vocales du mois sont utilisées")]
    [InlineData(1280, 300, 600, "L’assistant intégré continue de répondre")]
    public async Task The_banner_says_what_is_used_up_and_what_still_works(int width, int turns, int voiceSeconds, string sentence)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width);
        var shop = await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison Adjoa"));
        await ChangeAsync(shop, db =>
        {
            db.Subscriptions.Remove(db.Subscriptions.Single());
            db.SaveChanges();
            db.Subscriptions.Add(Subscription.StartTrial(shop, DateTimeOffset.UtcNow.AddDays(-20)));
            var meter = new UsageMeter(shop, UsageMeter.PeriodOf(DateTimeOffset.UtcNow));
            meter.Recount(turns, voiceSeconds);
            db.UsageMeters.Add(meter);
        });

        await page.GotoAsync("/account/subscription");
        await Expect(page.Locator("#frame-banner")).ToContainTextAsync(sentence.Replace(" %", "\u00a0%", StringComparison.Ordinal));
        await LookAsync(page, $"/limits/used{turns}-{voiceSeconds}", width);
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task An_operator_sees_disputes_with_their_shop(int width)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width);
        var name = await Browser.SignUpAsync(page, "Maison Adjoa");
        var shop = await host.ShopNamedAsync(name);
        await Operators.AppointAsync(host, shop);
        var customer = $"cus_{shop.Value:n}";
        await ChangeAsync(shop, db => db.Subscriptions.Single().BelongsTo(customer));
        foreach (var (type, about) in new[] { ("charge.dispute.created", "dp_1"), ("charge.refunded", "ch_1"), ("invoice.finalization_failed", "in_1") })
        {
            await host.SendAsync(shop, new ReceiveNotice(new BillingNotice($"evt_{Id.New<TenantId>().Value:n}", type, DateTimeOffset.UtcNow, "2026-07-29.dahlia", false, about, customer)));
        }

        await page.GotoAsync("/ops/subscriptions");
        await Expect(page.Locator($"li:has(b:text-is('{name}')):has-text('dp_1')")).ToContainTextAsync("Paiement contesté");
        await LookAsync(page, "/limits/ops", width);
        Assert.Empty(_complaints);
    }

    private static async Task LookAsync(IPage page, string name, int width)
    {
        await Shots.TakeAsync(page, name, width);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than {width}");
        Assert.Empty((await Axe.ViolationsAsync(page)).Select(violation => $"{name} {violation}"));
    }

    private Task<int> ChangeAsync(TenantId shop, Action<AppDbContext> change) => host.InShopAsync(shop, s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        change(db);
        return db.SaveChangesAsync();
    });
}
