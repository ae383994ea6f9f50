using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tests.Tenants;

public sealed class SettingsTests
{
    [Fact]
    public async Task An_edit_of_an_old_version_changes_nothing()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var seen = await shop.SendAsync(new GetSettings());
        Assert.True((await shop.SendAsync(new EditShop(seen.Version, seen.Profile with { City = "Lomé" }, seen.Facts))).IsOk);

        var late = await shop.SendAsync(new EditAssistant(seen.Version, "Awa", "warm", null, seen.Sales));

        Assert.Equal(Error.EditedElsewhere, late.Error);
        Assert.Null((await shop.SendAsync(new GetSettings())).Assistant.Name);
    }

    [Fact]
    public async Task A_refused_fact_takes_the_profile_with_it()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var seen = await shop.SendAsync(new GetSettings());

        var refused = await shop.SendAsync(new EditShop(seen.Version, seen.Profile with { Name = "Autre" }, seen.Facts with { Returns = new string('a', 501) }));

        Assert.Equal("facts_length", refused.Error!.Code);
        Assert.Equal(seen.Profile.Name, (await shop.SendAsync(new GetSettings())).Profile.Name);
    }

    [Theory]
    [InlineData("shouting", null, "unknown_tone")]
    [InlineData("warm", 201, "greeting_length")]
    public async Task The_assistant_keeps_to_what_it_can_be(string tone, int? greeting, string code)
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        var seen = await shop.SendAsync(new GetSettings());

        var refused = await shop.SendAsync(new EditAssistant(seen.Version, null, tone, greeting is { } length ? new string('a', length) : null, seen.Sales));

        Assert.Equal(code, refused.Error!.Code);
    }

    [Fact]
    public async Task Starter_bargains_balanced_and_in_writing_and_keeps_what_it_had()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync(plan: Plan.Starter);
        await shop.ChangeAsync(t => t.ChangeSales(t.Sales with { Style = NegotiationStyle.Firm }));
        var seen = await shop.SendAsync(new GetSettings());

        Task<Result> EditAsync(SalesRules sales) => shop.SendAsync(new EditAssistant(seen.Version, null, "warm", null, sales));

        Assert.Equal(TenantErrors.StyleNotInPlan, (await EditAsync(seen.Sales with { Style = NegotiationStyle.Generous })).Error);
        Assert.Equal(TenantErrors.VoiceNotInPlan, (await EditAsync(seen.Sales with { VoiceReplies = true })).Error);
        Assert.True((await EditAsync(seen.Sales with { TakeoverMinutes = 60 })).IsOk);
    }

    [Fact]
    public async Task Editing_the_assistant_neither_pauses_nor_wakes_it()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync(paused: true);
        var seen = await shop.SendAsync(new GetSettings());

        await shop.SendAsync(new EditAssistant(seen.Version, "Awa", "brief", "Woezon !", seen.Sales));

        var after = await shop.ReadAsync(db => db.Tenants.AsNoTracking().SingleAsync());
        Assert.Equal((true, "Awa", "Woezon !"), (after.Assistant.Paused, after.Assistant.Name, after.Assistant.Greeting));
    }

    [Theory]
    [InlineData("Le bazin, chez nous, part à 13 100 F", true)]
    [InlineData("Le bazin est à 15 000 F", false)]
    [InlineData("Depuis 20 ans au marché", false)]
    public async Task A_text_with_a_number_near_a_floor_is_found(string greeting, bool isFound)
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        await shop.SendAsync(new AddProduct(new ProductDetails("Bazin riche", 15_000, 13_000)));
        await shop.ChangeAsync(t => t.ChangeAssistant(t.Assistant with { Greeting = greeting }));

        Assert.Equal(isFound, (await shop.SendAsync(new GetSettings())).NearFloors.Count == 1);
    }

    [Fact]
    public async Task The_styles_are_shown_on_the_vendors_own_price()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        Assert.Empty((await shop.SendAsync(new PreviewStyles(null)))!.Curves);
        Assert.Null(await shop.SendAsync(new PreviewStyles(Id.New<ProductId>())));
        await shop.SendAsync(new AddProduct(new ProductDetails("Foulard", 5_000)));
        await shop.SendAsync(new AddProduct(new ProductDetails("Bazin riche", 15_000, 13_000)));

        var preview = (await shop.SendAsync(new PreviewStyles(null)))!;

        Assert.Equal("Bazin riche", Assert.Single(preview.Products).Name);
        Assert.Equal([NegotiationStyle.Firm, NegotiationStyle.Balanced, NegotiationStyle.Generous], preview.Curves.Select(c => c.Style));
        Assert.Equal([80, 92, 100], preview.Curves.Select(c => c.MostGivenPercent));
        Assert.Equal([13_400, 13_150, 13_000], preview.Curves.Select(c => c.LowestTaken));
        Assert.All(preview.Curves, curve => Assert.Equal(curve.Offers.OrderDescending(), curve.Offers));
    }
}
