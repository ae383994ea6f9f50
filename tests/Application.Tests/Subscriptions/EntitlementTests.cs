using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Application.Conversations.Media;
using WaSaas.Application.Subscriptions;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tests.Support;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Tests.Subscriptions;

/// <summary>Each thing that a plan limits is refused with it and allowed without; a new one has to say here who asks for it.</summary>
public sealed class EntitlementTests : IAsyncDisposable
{
    private static readonly Entitlements Everything = PlanTerms.Default.Business;

    /// <summary>A plan that holds everything but this, and whether the shop may have it.</summary>
    private static readonly Dictionary<string, (Entitlements Without, Func<Shop, Task<bool>> MayAsync)> Uses = new()
    {
        [nameof(Entitlements.Numbers)] = (Everything with { Numbers = 0 }, async shop => (await shop.SendAsync(new ConnectSession(null, LinkMethod.Qr, null, null))).Error?.Code != SessionErrors.NumberLimit(0).Code),
        [nameof(Entitlements.Products)] = (Everything with { Products = 0 }, async shop => (await shop.SendAsync(new AddProduct(new ProductDetails("Pagne", 1_000)))).IsOk),
        [nameof(Entitlements.People)] = (Everything with { People = 0 }, shop => shop.UseAsync<PlanRoom, bool>(async room => await room.ForPersonAsync(CancellationToken.None) is null)),
        [nameof(Entitlements.AssistantTurns)] = (Everything with { AssistantTurns = 1 }, MayAskModelAsync),
        [nameof(Entitlements.VoiceMinutes)] = (Everything with { VoiceMinutes = 0 }, async shop => (await shop.SendAsync(new GetVoiceHints("fr"))).HasMinutesLeft),
        [nameof(Entitlements.FileMegabytes)] = (Everything with { FileMegabytes = 1 }, MayFetchAsync),
        [nameof(Entitlements.AllStyles)] = (Everything with { AllStyles = false }, async shop => await BargainsAsync(shop) == NegotiationStyle.Firm),
        [nameof(Entitlements.VoiceReplies)] = (Everything with { VoiceReplies = false }, MaySpeakAsync),
        [nameof(Entitlements.Api)] = (Everything with { Api = false }, async shop => (await shop.SendAsync(new CreateApiKey("till"))).IsOk && (await shop.SendAsync(new CheckApiAccess())).IsOk),
    };

    private readonly List<Installation> _installations = [];

    public static TheoryData<string> Names => [.. typeof(Entitlements).GetProperties().Where(p => p.DeclaringType == typeof(Entitlements) && p.CanWrite).Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_a_plan_does_not_hold_is_not_to_be_had_and_with_the_plan_it_is(string name)
    {
        var (without, mayAsync) = Uses[name];

        Assert.True(await mayAsync(await OpenAsync(Everything)));
        Assert.False(await mayAsync(await OpenAsync(without)));
    }

    [Fact]
    public async Task A_shop_whose_plan_ended_bargains_as_its_plan_allows_and_keeps_what_it_wished()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SendAsync(new GrantPlan(Plan.Pro, 5, GrantSource.Operator));
        var product = (await town.SendAsync(new AddProduct(new ProductDetails("Wax", 18_000, 14_000) { Style = NegotiationStyle.Generous }))).Value;
        var settings = await town.SendAsync(new GetSettings());
        Assert.True((await town.SendAsync(new EditAssistant(settings.Version, null, "warm", null, settings.Sales with { Style = NegotiationStyle.Firm }))).IsOk);
        Assert.Equal((NegotiationStyle.Firm, NegotiationStyle.Generous), await HeardAsync(town, product));

        town.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal((NegotiationStyle.Balanced, NegotiationStyle.Balanced), await HeardAsync(town, product));

        var kept = await town.SendAsync(new GetSettings());
        Assert.Equal(NegotiationStyle.Firm, kept.Sales.Style);
        Assert.True((await town.SendAsync(new EditAssistant(kept.Version, "Adjoa", "warm", null, kept.Sales))).IsOk);
        kept = await town.SendAsync(new GetSettings());
        Assert.Equal(TenantErrors.StyleNotInPlan, (await town.SendAsync(new EditAssistant(kept.Version, null, "warm", null, kept.Sales with { Style = NegotiationStyle.Generous }))).Error);
        var edit = (await town.SendAsync(new GetProductForEdit(product)))!;
        Assert.True((await town.SendAsync(new EditProduct(product, edit.Version, edit.Details with { Name = "Wax 6 yards" }))).IsOk);
        Assert.Equal(TenantErrors.StyleNotInPlan, (await town.SendAsync(new EditProduct(product, edit.Version + 1, edit.Details with { Style = NegotiationStyle.Firm }))).Error);
        Assert.Equal(TenantErrors.StyleNotInPlan, (await town.SendAsync(new AddProduct(new ProductDetails("Bazin", 9_000) { Style = NegotiationStyle.Firm }))).Error);

        await town.SendAsync(new GrantPlan(Plan.Pro, 5, GrantSource.Operator));
        Assert.Equal((NegotiationStyle.Firm, NegotiationStyle.Generous), await HeardAsync(town, product));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var installation in _installations)
        {
            await installation.DisposeAsync();
        }
    }

    private async Task<Shop> OpenAsync(Entitlements plan)
    {
        var installation = await Installation.StartAsync(services => services
            .AddSingleton(new PlanTerms(plan, plan, plan))
            .AddSingleton(Substitute.For<IWhatsAppSessions>())
            .AddSingleton(Substitute.For<IWhatsAppNetwork>())
            .AddSingleton(Substitute.For<IConfirmedEmail>())
            .AddSingleton(Substitute.For<ICurrentUser>()));
        _installations.Add(installation);
        return await installation.OpenShopAsync();
    }

    /// <summary>How the next answer would bargain: over a product without a style of its own, and over this one.</summary>
    private static async Task<(NegotiationStyle Shop, NegotiationStyle Product)> HeardAsync(BillingTown town, ProductId product)
    {
        var heard = await town.Shop.HearAsync("Bonjour");
        town.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.NotNull(await town.Shop.AnswerAsync(heard.ConversationId));
        var shop = town.Installation.Assistant.Asked[^1].Tenant;
        var row = await town.Shop.ReadAsync(db => db.Products.AsNoTracking().SingleAsync(p => p.Id == product));
        return (shop.StyleFor(null), row.RuleIn(shop).Style);
    }

    private static async Task<NegotiationStyle> BargainsAsync(Shop shop)
    {
        await shop.ChangeAsync(tenant => tenant.ChangeSales(tenant.Sales with { Style = NegotiationStyle.Firm }));
        var turn = await AskedAsync(shop);
        return turn.Tenant.StyleFor(null);
    }

    private static async Task<bool> MayAskModelAsync(Shop shop)
    {
        await shop.SendAsync(new ChangeModelConsent(Given: true));
        await AskedAsync(shop);
        return (await AskedAsync(shop)).ModelAllowed;
    }

    /// <summary>A file of two megabytes.</summary>
    private static async Task<bool> MayFetchAsync(Shop shop)
    {
        var media = new MessageMedia { Source = "sealed", Bytes = 2 << 20 };
        var heard = await shop.SendAsync(new ReceiveMessage(
            Channel.WhatsApp, shop.Session, "file", "kossi@lid", [new Address(AddressKind.Lid, "kossi@lid")], null, "Kossi", false,
            new MessageContent(MessageKind.Document) { Media = media }, Installation.Noon));
        return !Assert.Single(await shop.SendAsync(new GetDueMedia(heard.ConversationId))).IsTooLarge;
    }

    private static async Task<bool> MaySpeakAsync(Shop shop)
    {
        await shop.ChangeAsync(tenant => tenant.ChangeSales(tenant.Sales with { VoiceReplies = true }));
        return await shop.SendAsync(new MayAnswerByVoice(Installation.Noon));
    }

    private static async Task<Assistant.TurnContext> AskedAsync(Shop shop)
    {
        var installation = shop.Installation;
        var heard = await shop.HearAsync("Bonjour");
        installation.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.NotNull(await shop.AnswerAsync(heard.ConversationId));
        return installation.Assistant.Asked[^1];
    }
}
