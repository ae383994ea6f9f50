using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Tenants;
using WaSaas.Domain.Subscriptions;
using WaSaas.Infrastructure.Persistence;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Api;

/// <summary>Who gets in, with a key or with a sign-in.</summary>
[Collection(nameof(ApiTests))]
public sealed partial class ApiAccessTests(UiHost host)
{
    private const string Status = "/api/whatsapp/status";

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer wsk_0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("Bearer nonsense")]
    [InlineData("Basic d3NrXzo=")]
    public async Task Without_a_known_key_nothing_is_told(string? authorization)
    {
        using var http = new HttpClient { BaseAddress = host.Url };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        Assert.Equal("not_signed_in", await ApiShop.CodeAsync(await http.GetAsync(Status), 401));
    }

    [Fact]
    public async Task A_revoked_key_is_unknown_from_the_next_call_on()
    {
        using var shop = await ApiShop.OpenAsync(host);
        Assert.Equal(HttpStatusCode.OK, (await shop.Http.GetAsync(Status)).StatusCode);

        var key = Assert.Single(await host.SendAsync(shop.Id, new ListApiKeys()));
        await host.SendAsync(shop.Id, new RevokeApiKey(key.Id));

        Assert.Equal("not_signed_in", await ApiShop.CodeAsync(await shop.Http.GetAsync(Status), 401));
    }

    [Fact]
    public async Task A_key_outlives_a_downgrade_but_its_use_does_not()
    {
        using var shop = await ApiShop.OpenAsync(host);

        await host.InShopAsync(shop.Id, s => s.GetRequiredService<AppDbContext>().Subscriptions.ExecuteUpdateAsync(set => set.SetProperty(x => x.Plan, Plan.Pro)));

        Assert.Equal("api_not_in_plan", await ApiShop.CodeAsync(await shop.Http.GetAsync(Status), 403));
    }

    [Fact]
    public async Task A_key_opens_no_page()
    {
        using var shop = await ApiShop.OpenAsync(host);

        var answer = await shop.Http.GetAsync("/messages");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_reads_and_writes_with_the_token_of_its_own_pages_only()
    {
        using var vendor = host.Browse();
        await vendor.SignUpAsync("Maison");
        using var other = host.Browse();
        await other.SignUpAsync("Autre");

        Assert.Equal(HttpStatusCode.OK, (await vendor.GetAsync(Status)).StatusCode);
        Assert.Equal("antiforgery", await ApiShop.CodeAsync(await ConnectAsync(vendor, null), 400));
        Assert.Equal("antiforgery", await ApiShop.CodeAsync(await ConnectAsync(vendor, await TokenAsync(other)), 400));
        Assert.Equal(HttpStatusCode.Accepted, (await ConnectAsync(vendor, await TokenAsync(vendor))).StatusCode);
    }

    [Fact]
    public async Task A_forged_host_name_changes_no_link()
    {
        using var visitor = host.Browse();
        var email = $"{Guid.NewGuid():n}@example.com";
        using var vendor = host.Browse();
        using var signedUp = await vendor.SubmitAsync("/sign-up", "/sign-up", new()
        {
            ["Input.ShopName"] = "Maison", ["Input.Email"] = email, ["Input.Password"] = "quatre tambours dorment ici", ["Input.Country"] = "TG",
        });
        var form = await visitor.ReadAsync("/forgot-password");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/forgot-password")
        {
            Headers = { Host = "evil.example" },
            Content = new FormUrlEncodedContent([new("Input.Email", email), new("Email", email), new("__RequestVerificationToken", Field().Match(form).Groups[1].Value)]),
        };
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        using var asked = await visitor.SendAsync(request);

        var mail = await LatestMailAsync(email, "/reset-password");

        Assert.DoesNotContain("evil", mail, StringComparison.Ordinal);
        Assert.Contains(host.Url.ToString(), mail, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> ConnectAsync(PageClient browser, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/whatsapp/connect") { Content = JsonContent.Create(new { method = "qr" }) };
        if (token is not null)
        {
            request.Headers.Add("RequestVerificationToken", token);
        }

        return browser.SendAsync(request);
    }

    private static async Task<string> TokenAsync(PageClient browser) => Field().Match(await browser.ReadAsync("/connect")).Groups[1].Value;

    private async Task<string> LatestMailAsync(string to, string about)
    {
        var outbox = host.Services.GetRequiredService<Application.Accounts.IMailOutbox>();
        for (var i = 0; i < 50; i++)
        {
            var mails = await outbox.LatestAsync(200, CancellationToken.None);
            if (mails.FirstOrDefault(m => m.To == to && m.Body.Contains(about, StringComparison.Ordinal)) is { } mail)
            {
                return mail.Body;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"No mail about {about}.");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Field();
}
