using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Infrastructure.Persistence;
using WaSaas.WebUI.Tests.Ui.Support;
using static Microsoft.Playwright.Assertions;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>Plans and the pretended provider in a real browser: the account's window, paying, and what follows live.</summary>
[Collection(nameof(UiTests))]
public sealed class UiBillingTests(UiHost host, Browser browser)
{
    private readonly List<string> _complaints = [];

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_vendor_pays_in_the_window_over_her_page_and_the_badge_changes(int width)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width);
        var vendor = new ShopNumber(host, await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison Adjoa")));
        await vendor.ConnectAsync();
        await vendor.HearAsync("Bonjour, le wax est à combien ?");
        await page.GotoAsync("/");
        await page.WaitForURLAsync("**/dashboard");
        await LookAsync(page, "/dashboard", width);

        await page.ClickAsync(width > 860 ? "#plan-badge a" : "#plan-top");
        await Expect(page.Locator("#profile h2")).ToHaveTextAsync("Mon compte");
        await Expect(page.Locator("#profile .plancard")).ToHaveCountAsync(3);
        Assert.EndsWith("/dashboard", page.Url, StringComparison.Ordinal);
        await LookAsync(page, "/profile", width);
        await page.ClickAsync("#profile .tabs a:nth-child(3)");
        await Expect(page.Locator("#profile")).ToContainTextAsync("Mot de passe");
        await page.ClickAsync("#profile .tabs a:nth-child(2)");

        await page.ClickAsync("#profile .plancard:has(h4:text-is('Business')) button");
        await page.WaitForURLAsync("**/billing/pretend/*");
        await LookAsync(page, "/pretend", width);
        await page.ClickAsync("button:has-text('carte refusée')");
        await Expect(page.Locator("#error-summary")).ToContainTextAsync("La carte est refusée");
        await page.ClickAsync("button:has-text('carte qui fonctionne')");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Merci, votre forfait est ouvert");
        await LookAsync(page, "/return", width);
        await page.GotoAsync("/account/subscription");
        await Expect(page.Locator(".bigplan")).ToContainTextAsync("Business");
        await LookAsync(page, "/account/subscription", width);
        await page.GotoAsync("/billing/change?plan=Pro&interval=Monthly");
        await LookAsync(page, "/billing/change", width);
        await page.GotoAsync("/billing/cancel");
        await LookAsync(page, "/billing/cancel", width);
        await page.ClickAsync("button.danger");
        await Expect(page.Locator("main")).ToContainTextAsync("puis la boutique passe en Starter");

        Assert.DoesNotContain(_complaints, c => !c.Contains("422", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_badge_and_the_banner_follow_without_a_reload()
    {
        var page = await browser.OpenAsync(host.Url, _complaints);
        var shop = await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison Adjoa"));
        await page.GotoAsync("/products");
        await Expect(page.Locator("#plan-badge .plan")).ToHaveTextAsync("Pro");

        await host.SendAsync(shop, new GrantPlan(Plan.Business, 30, GrantSource.Operator));

        await Expect(page.Locator("#plan-badge .plan")).ToHaveTextAsync("Business");
        await host.InShopAsync(shop, async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            var meter = new UsageMeter(shop, UsageMeter.PeriodOf(DateTimeOffset.UtcNow));
            meter.Recount(PlanTerms.Default.Business.AssistantTurns, 0);
            db.UsageMeters.Add(meter);
            return await db.SaveChangesAsync();
        });
        await host.SendAsync(shop, new GrantPlan(Plan.Business, 1, GrantSource.Operator));
        await Expect(page.Locator("#frame-banner")).ToContainTextAsync("L’assistant intégré continue de répondre");
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task An_operator_sees_subscriptions_and_notices_and_grants_a_plan(int width)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width);
        var name = await Browser.SignUpAsync(page, "Maison Adjoa");
        var shop = await host.ShopNamedAsync(name);
        await Operators.AppointAsync(host, shop);
        await host.SendAsync(shop, new ReceiveNotice(new BillingNotice($"evt_{Id.New<TenantId>().Value:n}", "invoice.paid", DateTimeOffset.UtcNow, "2025-03-31.basil", false, "in_1", "cus_1", "other_version")));

        await page.GotoAsync("/ops/billing-events");
        await Expect(page.Locator("main")).ToContainTextAsync("other_version");
        await LookAsync(page, "/ops/billing-events", width);
        await page.GotoAsync("/ops/subscriptions");
        var row = page.Locator($"li:has(b:text-is('{name}'))");
        await row.Locator("summary").ClickAsync();
        await row.Locator("select").SelectOptionAsync("Business");
        await LookAsync(page, "/ops/subscriptions", width);
        await row.Locator("button:has-text('Accorder')").ClickAsync();
        await Expect(page.Locator($"li:has(b:text-is('{name}')) .plan")).ToHaveTextAsync("Business");
        Assert.Empty(_complaints);
    }

    private static async Task LookAsync(IPage page, string name, int width)
    {
        await Shots.TakeAsync(page, name, width);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than {width}");
        Assert.Empty((await Axe.ViolationsAsync(page)).Select(violation => $"{name} {violation}"));
    }
}
