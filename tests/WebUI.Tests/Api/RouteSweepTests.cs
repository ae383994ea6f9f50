using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;
using WaSaas.Infrastructure.Persistence;
using WaSaas.WebUI.Security;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Api;

/// <summary>Sweeps over the routes that the host really has: a page that is added tomorrow is in them without a new test.</summary>
[Collection(nameof(ApiTests))]
public sealed partial class RouteSweepTests(UiHost host)
{
    private static readonly Access[] Open = [Access.Public, Access.Webhook, Access.Health];

    [Fact]
    public void Every_route_carries_exactly_one_access_class()
    {
        var routes = Route.All(host);

        Assert.Contains(routes, r => r.IsPage && r.Access == Access.Tenant);
        Assert.Contains(routes, r => r.Pattern.Contains("api/whatsapp/connect", StringComparison.Ordinal) && r.Access == Access.TenantOwner);
        Assert.DoesNotContain(routes, r => r.Pattern.StartsWith("/api", StringComparison.Ordinal) && Open.Contains(r.Access));
    }

    [Fact]
    public async Task S1_a_stranger_gets_nothing_from_any_route()
    {
        using var shop = await ApiShop.OpenAsync(host);
        using var stranger = host.Browse();
        foreach (var route in Route.All(host).Where(r => !r.IsFile))
        {
            foreach (var method in new[] { "GET", "HEAD", "POST", "PUT", "DELETE" })
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), route.PathWith(shop.Id.Value));
                using var answer = await stranger.SendAsync(request);
                var body = await answer.Content.ReadAsStringAsync();

                Assert.DoesNotContain(shop.Name, body, StringComparison.Ordinal);
                Assert.True(Open.Contains(route.Access) || IsRefusal(answer), $"{method} {route.Pattern}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task S2_ids_of_another_shop_are_ids_of_nothing()
    {
        var foreign = await SomebodyElseAsync();
        using var vendor = host.Browse();
        await vendor.SignUpAsync("Maison");
        var before = await ShopRows.OfAsync(host, foreign.Shop);
        var tried = 0;
        foreach (var route in Route.All(host).Where(r => r is { IsPage: true, Access: Access.Tenant or Access.TenantOwner }))
        {
            foreach (var id in foreign.Ids)
            {
                tried += await CompareAsync(vendor, route, id, foreign.Name);
            }
        }

        Assert.True(tried > 20, $"only {tried} requests could name a foreign thing");
        Assert.Equal(before, await ShopRows.OfAsync(host, foreign.Shop));
    }

    [Fact]
    public async Task S4_writing_needs_the_token_of_the_same_person_and_the_same_site()
    {
        using var vendor = host.Browse();
        var shop = await host.ShopNamedAsync(await vendor.SignUpAsync("Maison"));
        using var other = host.Browse();
        await other.SignUpAsync("Autre");
        var (own, stolen) = (await TokenAsync(vendor), await TokenAsync(other));
        await host.SendAsync(shop, new Application.Catalogue.AddProduct(new Domain.Catalogue.ProductDetails("Bazin", 1)));
        var before = await ShopRows.OfAsync(host, shop);
        foreach (var route in Route.All(host).Where(r => r.IsPage && !r.Pattern.StartsWith("error", StringComparison.Ordinal)))
        {
            foreach (var (url, fields, _) in await route.FormsAsync(host, Guid.NewGuid()))
            {
                await RefusedAsync(vendor, url, fields, null, null);
                await RefusedAsync(vendor, url, fields, stolen, null);
                await RefusedAsync(vendor, url, fields, own, "cross-site");
            }
        }

        Assert.Equal(before, await ShopRows.OfAsync(host, shop));
    }

    [Fact]
    public async Task S5_an_agent_is_no_owner_and_an_owner_no_operator()
    {
        using var agent = host.Browse();
        var shop = await host.ShopNamedAsync(await agent.SignUpAsync("Maison"));
        await host.InShopAsync(shop, s => s.GetRequiredService<AppDbContext>().Memberships.ExecuteUpdateAsync(set => set.SetProperty(m => m.Role, Role.Agent)));
        foreach (var route in Route.All(host).Where(r => r.Access is Access.TenantOwner or Access.Operator))
        {
            foreach (var method in route.Endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), route.PathWith(Guid.NewGuid()));
                using var answer = await agent.SendAsync(request);
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {route.Pattern}: {answer.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/%2f%2fevil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("\t//evil.example")]
    public async Task S10_signing_in_leads_nowhere_else(string target)
    {
        var email = $"{Guid.NewGuid():n}@example.com";
        using var newcomer = host.Browse();
        using var opened = await newcomer.SubmitAsync("/sign-up", "/sign-up", new()
        {
            ["Input.ShopName"] = "Maison", ["Input.Email"] = email, ["Input.Password"] = "quatre tambours dorment ici", ["Input.Country"] = "TG",
        });
        using var vendor = host.Browse();
        var page = $"/sign-in?returnUrl={Uri.EscapeDataString(target)}";
        using var answer = await vendor.SubmitAsync(page, "", new() { ["Input.Email"] = email, ["Input.Password"] = "quatre tambours dorment ici", ["ReturnUrl"] = target });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var location = answer.Headers.Location!;
        Assert.True(!location.IsAbsoluteUri || location.Host == host.Url.Host, location.ToString());
        Assert.False(location.OriginalString.StartsWith("//", StringComparison.Ordinal) || location.OriginalString.StartsWith("/\\", StringComparison.Ordinal), location.OriginalString);
    }

    private static bool IsRefusal(HttpResponseMessage answer) =>
        (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.Contains("/sign-in", StringComparison.Ordinal))
        || answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed;

    private static async Task RefusedAsync(PageClient vendor, string url, Dictionary<string, string> fields, string? token, string? site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = Form(fields, token) };
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        using var answer = await vendor.SendAsync(request);
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"{url}: {answer.StatusCode}");
    }

    private static FormUrlEncodedContent Form(Dictionary<string, string> fields, string? token) =>
        new(token is null ? fields : fields.Append(new("__RequestVerificationToken", token)));

    private static async Task<string> TokenAsync(PageClient browser) => Token().Match(await browser.ReadAsync("/connect")).Groups[1].Value;

    /// <summary>The answer without what differs each time anyway.</summary>
    private static string Plain(string body, Guid id) =>
        Number().Replace(Token().Replace(Trace().Replace(body, ""), ""), "").Replace(id.ToString(), "ID", StringComparison.OrdinalIgnoreCase);

    private async Task<int> CompareAsync(PageClient vendor, Route route, Guid foreign, string canary)
    {
        var (random, tried) = (Guid.CreateVersion7(), 0);
        var token = await TokenAsync(vendor);
        var requests = (await route.FormsAsync(host, foreign)).Zip(await route.FormsAsync(host, random))
            .Where(pair => pair.First.NamesThing)
            .Select(pair => (Make: Post(pair.First.Url, pair.First.Fields), Twin: Post(pair.Second.Url, pair.Second.Fields)))
            .ToList();
        if (route.TakesId)
        {
            requests.Add((Get(route.PathWith(foreign)), Get(route.PathWith(random))));
        }

        foreach (var (make, twin) in requests)
        {
            var (answer, expected) = (await ReadAsync(make), await ReadAsync(twin));
            Assert.True(answer.Status == HttpStatusCode.NotFound, $"{route.Pattern}: {answer.Status}");
            Assert.Equal(expected.Status, answer.Status);
            Assert.Equal(Plain(expected.Body, random), Plain(answer.Body, foreign));
            Assert.DoesNotContain(canary, answer.Body, StringComparison.Ordinal);
            tried++;
        }

        return tried;

        Func<HttpRequestMessage> Post(string url, Dictionary<string, string> fields) => () => new(HttpMethod.Post, url) { Content = Form(fields, token) };

        Func<HttpRequestMessage> Get(string url) => () => new(HttpMethod.Get, url);

        async Task<(HttpStatusCode Status, string Body)> ReadAsync(Func<HttpRequestMessage> make)
        {
            using var request = make();
            using var answer = await vendor.SendAsync(request);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    /// <summary>A shop with one of everything that has an id in an address.</summary>
    private async Task<(TenantId Shop, string Name, IReadOnlyList<Guid> Ids)> SomebodyElseAsync()
    {
        using var shop = await ApiShop.OpenAsync(host);
        await host.InShopAsync(shop.Id, async s =>
        {
            await s.GetRequiredService<Application.Conversations.Simulator>().SendAsync(
                "c1", [new(false, Domain.Conversations.MessageContent.OfText("Bonjour"))], CancellationToken.None);
            return true;
        });
        var ids = await host.InShopAsync(shop.Id, async s =>
        {
            var db = s.GetRequiredService<AppDbContext>();
            return new[] { shop.Id.Value, (await db.Products.FirstAsync()).Id.Value, (await db.Conversations.FirstAsync()).Id.Value };
        });
        return (shop.Id, shop.Name, ids);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Trace();

    /// <summary>Cursors and keys of forms.</summary>
    [GeneratedRegex("(?<=(after=|data-after=\"|after\" value=\"))[0-9]+")]
    private static partial Regex Number();
}
