using System.Net;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Subscriptions;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Billing;

/// <summary>An installation without a payment provider: no price anywhere, and the operator gives plans for a time.</summary>
public sealed class NothingSoldTests
{
    [Fact]
    public async Task No_price_is_shown_nothing_can_be_bought_and_a_granted_period_opens_the_plan_and_ends_without_hiding_anything()
    {
        await using var host = new UiHost { More = new Dictionary<string, string?> { ["Billing:Provider"] = "None" } };
        await host.InitializeAsync();
        using var vendor = host.Browse();
        var shop = await host.ShopNamedAsync(await vendor.SignUpAsync("Maison"));

        var page = await vendor.TextAsync("/account/subscription");
        Assert.Contains("Les forfaits sont accordés par l’opérateur", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Gratuit", page, StringComparison.Ordinal);
        Assert.DoesNotContain("par mois, ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("000 F", page.Replace('\u00a0', ' ').Replace('\u202f', ' '), StringComparison.Ordinal);
        using (await BillingHost.PostAsync(vendor, "/billing?handler=Checkout", new() { ["plan"] = "Pro", ["interval"] = "Monthly" }))
        {
            Assert.Contains("Ici, les forfaits sont accordés par l’opérateur.", await vendor.TextAsync("/account"), StringComparison.Ordinal);
        }

        Assert.True((await host.SendAsync(shop, new GrantPlan(Plan.Business, 30, GrantSource.Operator))).IsOk);
        var granted = await host.SendAsync(shop, new GetSubscription());
        Assert.Equal(Plan.Business, granted.Plan);
        Assert.NotNull(granted.GrantEndsAt);

        foreach (var path in new[] { "/orders", "/messages", "/products" })
        {
            using var answer = await vendor.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        }
    }
}
