using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.WebUI.Security;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>The pages over HTTP, as a browser without scripts sees them.</summary>
[Collection(nameof(UiTests))]
public sealed class UiPageTests(UiHost host)
{
    [Fact]
    public void Every_route_has_an_access_class()
    {
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints;

        Assert.True(routes.Count > 20);
        Assert.All(routes, route => Assert.True(route.Metadata.GetMetadata<AccessAttribute>() is not null, route.DisplayName));
    }

    [Theory]
    [InlineData("/connect")]
    [InlineData("/messages")]
    [InlineData("/products")]
    [InlineData("/account")]
    [InlineData("/sandbox")]
    [InlineData("/live")]
    public async Task Visitors_are_sent_to_sign_in(string path)
    {
        using var visitor = host.Browse();

        using var answer = await visitor.GetAsync(path);

        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized, $"{answer.StatusCode}");
        Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized || answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_vendor_signs_up_and_stands_before_Connect()
    {
        using var vendor = host.Browse();
        var name = await vendor.SignUpAsync("Maison Adjoa");

        var connect = await vendor.TextAsync("/connect");

        Assert.Contains(name, connect, StringComparison.Ordinal);
        Assert.Contains("Connecter votre WhatsApp", connect, StringComparison.Ordinal);
        Assert.Contains("En pause : les messages arrivent", connect, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_422_with_what_was_typed_and_without_the_password()
    {
        using var vendor = host.Browse();

        using var answer = await vendor.SubmitAsync("/sign-up", "/sign-up", new()
        {
            ["Input.ShopName"] = "Chez <Afi>",
            ["Input.Email"] = "afi@example.com",
            ["Input.Password"] = "court",
            ["Input.Country"] = "BJ",
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("value=\"Chez &lt;Afi&gt;\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"error-summary\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("court\"", html, StringComparison.Ordinal);
        Assert.Matches("<option[^>]*selected[^>]*value=\"BJ\"|<option[^>]*value=\"BJ\"[^>]*selected", html);
    }

    [Fact]
    public async Task The_language_follows_the_browser_and_then_the_choice()
    {
        using var english = host.Browse("en-GB,en;q=0.9");
        Assert.Contains("lang=\"en\"", await english.ReadAsync("/sign-in"), StringComparison.Ordinal);

        using var answer = await english.SubmitAsync("/sign-in", "/language", new() { ["language"] = "fr" });

        Assert.Equal("/sign-in", answer.Headers.Location?.ToString());
        Assert.Contains("lang=\"fr\"", await english.ReadAsync("/sign-in"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task The_language_switch_leads_nowhere_else(string target)
    {
        using var visitor = host.Browse();

        using var answer = await visitor.SubmitAsync("/sign-in", "/language", new() { ["language"] = "en", ["returnUrl"] = target });

        Assert.DoesNotContain("evil", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere", "Cette page n’existe pas")]
    [InlineData("/messages/00000000-0000-7000-8000-000000000001", "Cette page n’existe pas")]
    [InlineData("/products/00000000-0000-7000-8000-000000000001", "Cette page n’existe pas")]
    public async Task What_is_not_there_is_said_in_plain_words(string path, string words)
    {
        using var vendor = host.Browse();
        await vendor.SignUpAsync("Chez Awa");

        using var answer = await vendor.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_is_added_edited_archived_and_the_archiving_undone()
    {
        using var vendor = host.Browse();
        await vendor.SignUpAsync("Tissus");

        using var added = await vendor.SubmitAsync("/products/add", "/products/add", new()
        {
            ["Input.Name"] = "Wax « Hirondelle »",
            ["Input.Price"] = "18 000",
            ["Input.Floor"] = "14.500",
            ["Input.Stock"] = "2",
        });
        Assert.True(added.StatusCode == HttpStatusCode.Redirect, await added.Content.ReadAsStringAsync());
        var list = await vendor.TextAsync("/products");
        Assert.Contains("18 000 F", list, StringComparison.Ordinal);
        Assert.Contains("14 500 F", list, StringComparison.Ordinal);

        using var archived = await vendor.SubmitAsync("/products", "handler=Archive", []);
        Assert.Equal(HttpStatusCode.Redirect, archived.StatusCode);
        var undo = await vendor.TextAsync("/products");
        Assert.DoesNotContain("14 500 F", undo, StringComparison.Ordinal);
        Assert.Contains("handler=Restore", undo, StringComparison.Ordinal);

        using var restored = await vendor.SubmitAsync("/products?filter=archived", "handler=Restore", []);
        Assert.Equal(HttpStatusCode.Redirect, restored.StatusCode);
        Assert.Contains("14 500 F", await vendor.TextAsync("/products"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_floor_above_the_price_is_refused_at_its_field()
    {
        using var vendor = host.Browse();
        await vendor.SignUpAsync("Tissus");

        using var answer = await vendor.SubmitAsync("/products/add", "/products/add", new() { ["Input.Name"] = "Bazin", ["Input.Price"] = "6500", ["Input.Floor"] = "7000" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("id=\"Input_Floor-e\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"7000\"", html, StringComparison.Ordinal);
    }
}
