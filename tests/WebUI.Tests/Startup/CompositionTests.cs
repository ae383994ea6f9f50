using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using WaSaas.Domain.Subscriptions;
using WaSaas.WebUI.Composition;

namespace WaSaas.WebUI.Tests.Startup;

public sealed class CompositionTests
{
    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://127.0.0.1:5080;http://[::1]:5080", true)]
    [InlineData("https://0.0.0.0:5081", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://localhost:5080;http://192.168.1.5:5080", false)]
    [InlineData("HTTP://shop.example", false)]
    public void Plain_http_is_for_loopback(string urls, bool isFine) =>
        Assert.Equal(isFine, !ListeningAddresses.OpenAndPlain(Configuration(("urls", urls))).Any());

    [Fact]
    public void Ports_and_endpoints_are_seen_too()
    {
        Assert.NotEmpty(ListeningAddresses.OpenAndPlain(Configuration(("http_ports", "8080"))));
        Assert.NotEmpty(ListeningAddresses.OpenAndPlain(Configuration(("Kestrel:Endpoints:Web:Url", "http://0.0.0.0:8080"))));
        Assert.Empty(ListeningAddresses.OpenAndPlain(Configuration(("http_ports", "8080"), ("urls", "http://localhost:5080"))));
    }

    [Fact]
    public void Plans_are_the_defaults_with_what_is_configured_over_them()
    {
        var terms = PlanSettings.Read(Configuration(("Plans:Pro:Products", "2000"), ("Plans:Starter:Api", "true")));

        Assert.Equal(PlanTerms.Default.Pro with { Products = 2000 }, terms.Pro);
        Assert.Equal(PlanTerms.Default.Starter with { Api = true }, terms.Starter);
        Assert.Equal(PlanTerms.Default.Business, terms.Business);
        Assert.Equal(1_000, PlanTerms.Default.Pro.Products);
    }

    [Fact]
    public void The_plans_that_are_shipped_are_the_defaults()
    {
        var shipped = new ConfigurationBuilder().AddJsonFile(Path.Combine(Places.ContentRoot, "appsettings.json")).Build();

        Assert.Equal(PlanTerms.Default, PlanSettings.Read(shipped));
    }

    [Theory]
    [InlineData("10.0.0.9", "203.0.113.7")]
    [InlineData("10.0.0.8", "10.0.0.8")]
    public async Task Only_a_configured_proxy_says_who_is_behind_it(string proxy, string seen)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration["ForwardedHeaders:KnownProxies"] = "10.0.0.9";
        builder.Services.AddProxies(builder.Configuration);
        await using var app = builder.Build();
        app.Use((http, next) =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(proxy);
            return next(http);
        });
        app.UseProxies();
        app.Run(http => http.Response.WriteAsync($"{http.Connection.RemoteIpAddress}"));
        await app.StartAsync();

        using var client = app.GetTestClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        Assert.Equal(seen, await client.GetStringAsync("/"));
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-in/code")]
    [InlineData("/account/prove")]
    [InlineData("/account/prove?handler=Passkey")]
    public async Task Guessing_is_slowed_down_per_address_and_says_when_to_come_back(string path)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration["RateLimits:AccountsPerMinute"] = "3";
        builder.Services.AddRateLimits(builder.Configuration);
        await using var app = builder.Build();
        app.Use((http, next) =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(http.Request.Headers["From-Address"].ToString());
            return next(http);
        });
        app.UseRateLimiter();
        app.Run(http => http.Response.WriteAsync("let in"));
        await app.StartAsync();
        using var client = app.GetTestClient();

        Assert.Equal([200, 200, 200, 429], await PostAsync("2001:db8:1:2::1", "2001:db8:1:2::2", "2001:db8:1:2::3", "2001:db8:1:2::4"));
        Assert.Equal([200], await PostAsync("2001:db8:1:3::1"));

        async Task<List<int>> PostAsync(params string[] addresses)
        {
            var statuses = new List<int>();
            foreach (var address in addresses)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, path);
                request.Headers.Add("From-Address", address);
                var answer = await client.SendAsync(request);
                statuses.Add((int)answer.StatusCode);
                Assert.True(answer.IsSuccessStatusCode || answer.Headers.RetryAfter is not null);
            }

            return statuses;
        }
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}
