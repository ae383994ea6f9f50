using System.Reflection;
using System.Runtime.CompilerServices;
using MediatR;
using WaSaas.Application.Accounts;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tenants.Team;
using WaSaas.Application.Tests.Accounts;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using Browser = WaSaas.Application.Tests.Accounts.Browser;

namespace WaSaas.Application.Tests.Tenants.Team;

public sealed class TeamTests
{
    /// <summary>What an agent may not do; each new one is a decision of ADR 37.</summary>
    private static readonly string[] Owners =
    [
        "AddZone", "ArchiveZone", "CancelSubscription", "ChangeDeliveryTerms", "ChangeModelConsent", "ChangePlan", "ConnectSession", "CreateApiKey",
        "DisconnectSession", "EditAssistant", "EditShop", "EditZone", "InvitePerson", "MoveZone", "OpenPortal", "PreviewPlanChange", "RemoveMember",
        "ResendInvitation", "RestoreZone", "ResumeSession", "ResumeSubscription", "ReturnFromCheckout", "RevokeApiKey", "Subscribe", "WithdrawInvitation",
    ];

    [Fact]
    public async Task Every_message_that_is_the_owners_alone_refuses_an_agent()
    {
        await using var crew = await Crew.OpenAsync();
        var kofi = await crew.AgentAsync("kofi@example.com");
        var messages = typeof(IOwnersOnly).Assembly.GetTypes().Where(t => t is { IsInterface: false } && t.IsAssignableTo(typeof(IOwnersOnly))).ToList();

        Assert.Equal(Owners, messages.Select(m => m.Name).Order(StringComparer.Ordinal));
        foreach (var message in messages)
        {
            Assert.Equal(TeamErrors.OwnersOnly, await RefusalAsync(kofi, message));
        }

        Assert.True((await crew.Owner.SendAsync(new ChangeModelConsent(Given: false))).IsOk);
    }

    [Fact]
    public async Task Who_is_taken_off_the_team_is_out_of_the_shop_at_once_and_keeps_her_account()
    {
        await using var crew = await Crew.OpenAsync();
        var kofi = await crew.AgentAsync("kofi@example.com");
        var id = (await crew.TeamAsync()).Members.Single(m => m.Role == Role.Agent).Id;

        Assert.True((await crew.Owner.SendAsync(new RemoveMember(id))).IsOk);

        Assert.Null((await kofi.WhoAsync()).FindFirst(PersonClaims.Shop));
        Assert.True(await kofi.IsSignedInAsync());
        Assert.Empty((await kofi.SendAsync(new GetMe()))!.Shops);
        Assert.Equal(("kofi@example.com", "Vous ne faites plus partie de l’équipe de Tissus Afi"), (crew.Town.Mails[^1].To, crew.Town.Mails[^1].Subject));
        Assert.Equal(Error.NotFound, (await crew.Owner.SendAsync(new RemoveMember(id))).Error);
    }

    [Fact]
    public async Task An_owner_stays_and_a_person_of_another_shop_is_nobody_here()
    {
        await using var crew = await Crew.OpenAsync();
        var owner = Assert.Single((await crew.TeamAsync()).Members).Id;
        var awa = crew.Town.Browse();
        await awa.SendAsync(Town.NewShop("awa@example.com", "Chez Awa"));
        var foreign = (await awa.SendAsync(new GetMe()))!.Person.Id;

        Assert.Equal(TeamErrors.OwnerStays, (await crew.Owner.SendAsync(new RemoveMember(owner))).Error);
        Assert.Equal(Error.NotFound, (await crew.Owner.SendAsync(new RemoveMember(foreign))).Error);
        Assert.Single((await awa.SendAsync(new GetMe()))!.Shops);
    }

    [Fact]
    public async Task A_smaller_plan_stops_agents_says_why_and_a_larger_one_brings_them_back()
    {
        await using var crew = await Crew.OpenAsync();
        await crew.AgentAsync("kofi@example.com");
        crew.Town.Clock.Advance(TimeSpan.FromDays(15));

        Assert.True((await crew.Town.SendAsync(new EnforcePlan(), crew.Shop)).IsOk);
        Assert.True((await crew.Town.SendAsync(new EnforcePlan(), crew.Shop)).IsOk);

        var kofi = await SignedInAsync(crew, "kofi@example.com");
        Assert.Null((await kofi.WhoAsync()).FindFirst(PersonClaims.Shop));
        Assert.True(Assert.Single((await kofi.SendAsync(new GetMe()))!.Shops).IsStopped);
        Assert.Equal(TeamErrors.PlaceStopped, (await kofi.SendAsync(new ChooseShop(crew.Shop))).Error);
        Assert.Equal("Votre accès à Tissus Afi est suspendu", Assert.Single(crew.Town.Mails, m => m.To == "kofi@example.com" && m.Subject.Contains("suspendu", StringComparison.Ordinal)).Subject);
        var owner = await SignedInAsync(crew, "afi@example.com");
        Assert.NotNull((await owner.WhoAsync()).FindFirst(PersonClaims.Shop));
        Assert.Equal([false, true], (await owner.SendAsync(new GetTeam())).Members.Select(m => m.IsStopped));

        Assert.True((await crew.Town.SendAsync(new GrantPlan(Plan.Pro, 10, GrantSource.Operator), crew.Shop)).IsOk);
        Assert.Equal(crew.Shop.Value.ToString(), (await kofi.WhoAsync()).FindFirst(PersonClaims.Shop)?.Value);
    }

    [Fact]
    public async Task An_agent_changes_a_product_but_not_how_low_its_price_may_go()
    {
        await using var crew = await Crew.OpenAsync();
        var kofi = await crew.AgentAsync("kofi@example.com");
        var bazin = (await crew.Owner.SendAsync(new AddProduct(new ProductDetails("Bazin", 15_000, 13_000)))).Value;

        var changed = await kofi.SendAsync(new EditProduct(bazin, await VersionAsync(kofi, bazin), new ProductDetails("Bazin riche", 16_000, 1_000) { MaxDiscountPercent = 90 }));
        var own = await kofi.SendAsync(new AddProduct(new ProductDetails("Pagne", 8_000, 100)));

        Assert.True(changed.IsOk);
        var stored = (await kofi.SendAsync(new GetProductForEdit(bazin)))!.Details;
        Assert.Equal(("Bazin riche", 16_000, 13_000, null), (stored.Name, stored.ListPrice, stored.FloorPrice, stored.MaxDiscountPercent));
        Assert.Null((await kofi.SendAsync(new GetProductForEdit(own.Value)))!.Details.FloorPrice);
    }

    private static async Task<int> VersionAsync(Browser browser, ProductId product) => (await browser.SendAsync(new GetProductForEdit(product)))!.Version;

    private static async Task<Browser> SignedInAsync(Crew crew, string email)
    {
        var browser = crew.Town.Browse();
        Assert.True((await browser.SendAsync(new SignIn(email, Town.Password))).IsOk);
        return browser;
    }

    /// <summary>Sent empty: who may not decide is refused before anything looks at the message.</summary>
    private static async Task<Error?> RefusalAsync(Browser browser, Type message)
    {
        var answer = message.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GenericTypeArguments[0];
        var send = typeof(TeamTests).GetMethod(nameof(SendAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(answer);
        return await (Task<Error?>)send.Invoke(null, [browser, RuntimeHelpers.GetUninitializedObject(message)])!;
    }

    private static async Task<Error?> SendAsync<T>(Browser browser, IRequest<T> message) =>
        (Error?)typeof(T).GetProperty(nameof(Result.Error))!.GetValue(await browser.SendAsync(message));
}
