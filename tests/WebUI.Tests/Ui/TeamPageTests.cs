using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using WaSaas.Application.Tenants.Team;
using WaSaas.WebUI.Live;
using WaSaas.WebUI.Security;
using WaSaas.WebUI.Tests.Api;
using WaSaas.WebUI.Tests.Ui.Support;
using static Microsoft.Playwright.Assertions;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>Inviting, joining and leaving, and what an agent finds closed.</summary>
[Collection(nameof(UiTests))]
public sealed class TeamPageTests(UiHost host, Browser browser)
{
    /// <summary>The owner's alone; a page that is added there is a decision of ADR 37.</summary>
    private static readonly string[] OwnersPages =
    [
        "api/whatsapp/connect", "api/whatsapp/logout", "billing", "billing/cancel", "billing/change", "billing/pretend/{id?}", "billing/return", "connect/disconnect",
        "settings/assistant", "settings/shop", "settings/team", "zones/add", "zones/rules", "zones/{id:guid}",
    ];

    [Fact]
    public async Task An_agent_is_refused_every_page_that_is_the_owners_alone()
    {
        using var owner = host.Browse();
        var shop = await host.ShopNamedAsync(await owner.SignUpAsync("Maison"));
        var (agent, _) = await Agents.JoinAsync(host, shop);
        using var kofi = agent;
        var routes = Route.All(host).Where(r => r.Access is Access.TenantOwner or Access.Operator).ToList();

        Assert.Equal(OwnersPages, routes.Where(r => r.Access == Access.TenantOwner).Select(r => r.Pattern.Trim('/')).Distinct().Order(StringComparer.Ordinal));
        foreach (var route in routes)
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                using var request = new HttpRequestMessage(method, route.PathWith(Guid.NewGuid()));
                using var answer = await kofi.SendAsync(request);
                Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed, $"{method} {route.Pattern}: {answer.StatusCode}");
            }
        }

        Assert.Contains("réservée à la personne propriétaire", await kofi.TextAsync("/settings/team"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_finds_the_daily_work_open_and_the_owners_buttons_nowhere()
    {
        using var owner = host.Browse();
        var shop = await host.ShopNamedAsync(await owner.SignUpAsync("Maison"));
        var (agent, _) = await Agents.JoinAsync(host, shop);
        using var kofi = agent;

        foreach (var path in new[] { "/dashboard", "/messages", "/orders", "/products", "/products/add", "/zones", "/connect", "/account", "/account/subscription", "/account/security", "/settings/playground" })
        {
            var page = await kofi.ReadAsync(path);
            Assert.Contains("Kofi Agbeko", page, StringComparison.Ordinal);
            Assert.DoesNotContain("/settings/shop", page, StringComparison.Ordinal);
            Assert.DoesNotContain("/zones/add", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Input.Floor", page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("handler=Link", await kofi.ReadAsync("/connect"), StringComparison.Ordinal);
        using var link = await kofi.SubmitAsync("/connect", "handler=Assistant", new() { ["method"] = "qr" }, action: "/connect?handler=Link");
        Assert.Equal(HttpStatusCode.Forbidden, link.StatusCode);
        using var settings = await kofi.GetAsync("/settings");
        Assert.Equal("/settings/playground", settings.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Somebody_is_invited_joins_and_is_taken_off_again(int width)
    {
        List<string> complaints = [];
        var page = await browser.OpenAsync(host.Url, complaints, width);
        var name = await Browser.SignUpAsync(page, "Maison Adjoa");
        var email = $"{Guid.NewGuid():n}@example.com";
        await page.GotoAsync("/settings/team");
        await page.FillAsync("[name='Input.Email']", email);
        await page.ClickAsync("form[action*='handler=Invite'] button");
        await Expect(page.Locator("#toasts")).ToContainTextAsync("L’invitation est partie");
        await Expect(page.Locator(".rows").Last).ToContainTextAsync(email);
        await LookAsync(page, "/team-waiting", width);

        var kofi = await browser.OpenAsync(host.Url, complaints, width);
        await kofi.GotoAsync(await Agents.LinkToAsync(host, email, "/join"));
        await Expect(kofi.Locator("h1")).ToContainTextAsync(name);
        await LookAsync(kofi, "/join", width);
        await kofi.FillAsync("[name='Input.Name']", "Kofi Agbeko");
        await kofi.FillAsync("[name='Input.Password']", "quatre tambours dorment ici");
        await kofi.ClickAsync("button.primary");
        await Expect(kofi.Locator("#toasts")).ToContainTextAsync("Bienvenue dans l’équipe");
        await kofi.GotoAsync("/zones");
        await LookAsync(kofi, "/agent-zones", width);

        await page.ReloadAsync();
        await LookAsync(page, "/team", width);
        await page.ClickAsync("[data-dialog^='#remove-']");
        await Expect(page.Locator("dialog[open]")).ToContainTextAsync("Retirer Kofi Agbeko de l’équipe");
        await LookAsync(page, "/team-remove", width);
        await page.ClickAsync("dialog[open] .danger");
        await Expect(page.Locator("#toasts")).ToContainTextAsync("Kofi Agbeko ne fait plus partie");

        // Her open page asks again by itself, is refused, and leads to where it is said.
        await Expect(kofi.Locator("h1")).ToHaveTextAsync("Vous ne faites partie d’aucune boutique");
        await LookAsync(kofi, "/no-shop", width);
        Assert.DoesNotContain(complaints, c => !c.Contains("403", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_stream_of_who_was_taken_off_ends_before_it_says_more()
    {
        using var owner = host.Browse();
        var shop = await host.ShopNamedAsync(await owner.SignUpAsync("Maison"));
        var (agent, email) = await Agents.JoinAsync(host, shop);
        using var kofi = agent;
        using var stream = await kofi.StreamAsync(new HttpRequestMessage(HttpMethod.Get, $"/live?page=messages&after={host.Services.GetRequiredService<LiveHub>().Now}"));
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync());
        Assert.Equal(": connected", await reader.ReadLineAsync());
        var member = (await host.SendAsync(shop, new GetTeam())).Members.Single(m => m.Email == email);

        Assert.True((await host.SendAsync(shop, new RemoveMember(member.Id))).IsOk);
        var said = await reader.ReadToEndAsync();

        Assert.DoesNotContain("hx-partial", said, StringComparison.Ordinal);
        using var again = await kofi.GetAsync("/live?page=messages");
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
    }

    [Fact]
    public async Task A_person_of_two_shops_goes_from_one_to_the_other()
    {
        using var owner = host.Browse();
        var shop = await host.ShopNamedAsync(await owner.SignUpAsync("Maison"));
        using var awa = host.Browse();
        var own = await awa.SignUpAsync("Chez Awa");
        var email = (await host.SendAsync(await host.ShopNamedAsync(own), new GetTeam())).Members[0].Email;
        Assert.True((await host.SendAsync(shop, new InvitePerson(email, "fr"))).IsOk);

        using var joined = await awa.SubmitAsync(await Agents.LinkToAsync(host, email, "/join"), "/join", []);
        Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        Assert.DoesNotContain("/settings/shop", await awa.ReadAsync("/dashboard"), StringComparison.Ordinal);
        using var back = await awa.SubmitAsync("/account", "handler=Shop", new() { ["shop"] = (await host.ShopNamedAsync(own)).Value.ToString() });

        Assert.Contains(own, await awa.TextAsync("/dashboard"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await awa.GetAsync("/settings/team")).StatusCode);
    }

    private static async Task LookAsync(IPage page, string shot, int width)
    {
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), shot);
        await Shots.TakeAsync(page, shot, width);
    }
}
