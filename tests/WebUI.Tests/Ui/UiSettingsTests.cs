using System.Net;
using Microsoft.Playwright;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Conversations;
using WaSaas.Application.Tenants;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>The settings in a browser and over HTTP, and what the frame says of hand-offs and of the emergency stop.</summary>
[Collection(nameof(UiTests))]
public sealed class UiSettingsTests(UiHost host, Browser browser)
{
    [Fact]
    public async Task A_shop_is_described_and_what_was_typed_is_there_again()
    {
        using var vendor = host.Browse();
        await vendor.SignUpAsync("Maison");

        using var saved = await vendor.SubmitAsync("/settings/shop", "/settings/shop", ShopFields(await VersionAsync(vendor, "/settings/shop")));

        Assert.Equal("/settings/shop", saved.Headers.Location?.ToString());
        var page = await vendor.TextAsync("/settings/shop");
        Assert.Contains("value=\"08:30\"", page, StringComparison.Ordinal);
        Assert.Contains("25/12/2026", page, StringComparison.Ordinal);
        Assert.Contains("Rue du marché, face à la pharmacie", page, StringComparison.Ordinal);
        Assert.Contains("Devise", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Name", "", "Input_Name-e")]
    [InlineData("Input.Days[0].Closes", "", "Input_Days-e")]
    [InlineData("Input.ClosedDays", "Noël", "Input_ClosedDays-e")]
    [InlineData("Input.Latitude", "91", "Input_Latitude-e")]
    public async Task What_cannot_be_is_said_at_its_field(string field, string value, string error)
    {
        using var vendor = host.Browse();
        await vendor.SignUpAsync("Maison");
        var fields = ShopFields(await VersionAsync(vendor, "/settings/shop"));
        fields[field] = value;

        using var refused = await vendor.SubmitAsync("/settings/shop", "/settings/shop", fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains($"id=\"{error}\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_saves_what_somebody_else_changed_meanwhile_is_told_and_may_insist()
    {
        using var vendor = host.Browse();
        await vendor.SignUpAsync("Maison");
        var old = await VersionAsync(vendor, "/settings/assistant");
        using var first = await vendor.SubmitAsync("/settings/assistant", "/settings/assistant", AssistantFields(old));

        using var late = await vendor.SubmitAsync("/settings/assistant", "/settings/assistant", AssistantFields(old));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (first.StatusCode, late.StatusCode));
        Assert.DoesNotContain($"name=\"Input.Version\" value=\"{old}\"", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_near_a_floor_in_the_greeting_is_warned_of()
    {
        using var vendor = host.Browse();
        var shop = await host.ShopNamedAsync(await vendor.SignUpAsync("Maison"));
        await host.SendAsync(shop, new AddProduct(new ProductDetails("Bazin riche", 15_000, 13_000)));
        var fields = AssistantFields(await VersionAsync(vendor, "/settings/assistant"));
        fields["Input.Greeting"] = "Bienvenue ! Chez nous le bazin descend à 13 000 F.";

        using var saved = await vendor.SubmitAsync("/settings/assistant", "/settings/assistant", fields);

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var page = await vendor.TextAsync("/settings/assistant");
        Assert.Contains("Un de vos textes donne presque un prix plancher", page, StringComparison.Ordinal);
        Assert.Contains("Au plus bas", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tabs_lead_where_they_say()
    {
        using var vendor = host.Browse();
        await vendor.SignUpAsync("Maison");

        using var start = await vendor.GetAsync("/settings");
        using var connection = await vendor.GetAsync("/settings/connection");
        using var nowhere = await vendor.GetAsync("/settings/nowhere");

        Assert.Equal("/settings/shop", start.Headers.Location?.ToString());
        Assert.Equal("/connect", connection.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
        Assert.Contains("href=\"/settings/assistant\"", await vendor.ReadAsync("/connect"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task The_tabs_fit_and_have_no_violation(int width, ColorScheme scheme)
    {
        List<string> complaints = [];
        var page = await browser.OpenAsync(host.Url, complaints, width);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        var shop = await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison Adjoa"));
        await host.SendAsync(shop, new AddProduct(new ProductDetails("Bazin riche", 15_000, 13_000)));
        foreach (var path in new[] { "/settings/shop", "/settings/assistant", "/connect" })
        {
            await page.GotoAsync(path);
            Assert.Empty(await Axe.ViolationsAsync(page));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), path);
            await Shots.TakeAsync(page, path, width);
        }

        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_hand_off_shows_on_every_open_page_and_the_installations_stop_as_well()
    {
        List<string> complaints = [];
        var page = await browser.OpenAsync(host.Url, complaints);
        var number = new ShopNumber(host, await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison Adjoa")));
        await number.ConnectAsync();
        await host.SendAsync(number.Shop, new SwitchAssistant(Active: true));
        var conversation = await number.HearAsync("Je veux parler à quelqu'un");
        await page.GotoAsync("/settings/shop");
        await page.WaitForFunctionAsync("document.querySelector('#live') !== null");

        await host.HandOffAsync(number.Shop, conversation);
        await Assertions.Expect(page.Locator($"#hand-off-{conversation.Value}")).ToContainTextAsync("Kossi Agbeko a besoin de vous");
        await Assertions.Expect(page.Locator("#side-nav .count")).ToHaveTextAsync("1");
        await Shots.TakeAsync(page, "/toast", 1280);

        try
        {
            await host.SendAsync(number.Shop, new SwitchAllAssistants(Active: false));
            await Assertions.Expect(page.Locator("#frame-banner")).ToContainTextAsync("Les assistants sont arrêtés");
            await page.GotoAsync($"/messages/{conversation.Value}");
            await Shots.TakeAsync(page, "/messages/handed-off", 1280);
        }
        finally
        {
            await host.SendAsync(number.Shop, new SwitchAllAssistants(Active: true));
        }

        Assert.Empty(complaints);
    }

    private static async Task<string> VersionAsync(PageClient vendor, string page) =>
        System.Text.RegularExpressions.Regex.Match(await vendor.ReadAsync(page), "name=\"Input.Version\" value=\"(\\d+)\"").Groups[1].Value;

    private static Dictionary<string, string> ShopFields(string version) => new()
    {
        ["Input.Version"] = version,
        ["Input.Name"] = "Maison Adjoa",
        ["Input.City"] = "Lomé",
        ["Input.Address"] = "Rue du marché, face à la pharmacie",
        ["Input.Language"] = "fr",
        ["Input.TimeZone"] = "Africa/Lome",
        ["Input.Latitude"] = "6,13",
        ["Input.Longitude"] = "1.22",
        ["Input.Days[0].Opens"] = "08:30",
        ["Input.Days[0].Closes"] = "19:00",
        ["Input.ClosedDays"] = "25/12/2026",
        ["Input.Payment"] = "Espèces\nTMoney",
        ["Input.Returns"] = "Échange sous trois jours",
    };

    private static Dictionary<string, string> AssistantFields(string version) => new()
    {
        ["Input.Version"] = version,
        ["Input.Name"] = "Awa",
        ["Input.Tone"] = "warm",
        ["Input.Style"] = "Firm",
        ["Input.PriceStep"] = "500",
        ["Input.AgreementHours"] = "24",
        ["Input.CoolDownDays"] = "7",
        ["Input.TakeoverMinutes"] = "45",
    };
}
