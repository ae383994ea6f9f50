using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using WaSaas.Application.Accounts;
using WaSaas.Application.Tenants.Team;
using WaSaas.Application.Tests.Accounts;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using Browser = WaSaas.Application.Tests.Accounts.Browser;

namespace WaSaas.Application.Tests.Tenants.Team;

/// <summary>A shop in its trial (three people), its owner's browser, and the mails that invite others.</summary>
internal sealed class Crew : IAsyncDisposable
{
    private Crew(Town town, Browser owner, TenantId shop) => (Town, Owner, Shop) = (town, owner, shop);

    public Town Town { get; }

    public Browser Owner { get; }

    public TenantId Shop { get; }

    public static async Task<Crew> OpenAsync()
    {
        var town = await Town.StartAsync(services => services.AddSingleton(Substitute.For<IWhatsAppSessions>()));
        var owner = town.Browse();
        return new Crew(town, owner, (await owner.SendAsync(Town.NewShop())).Value);
    }

    /// <summary>Secret of the link that was mailed.</summary>
    public async Task<string> InviteAsync(string email, string language = "fr")
    {
        Assert.True((await Owner.SendAsync(new InvitePerson(email, language))).IsOk);
        return LastToken();
    }

    public string LastToken() => TokenIn(Town.Mails[^1]);

    public Task<Result> JoinAsync(Browser browser, string token) => browser.SendInAsync(Shop, Accept(token));

    /// <summary>Invited, and in the team with a new account.</summary>
    public async Task<Browser> AgentAsync(string email)
    {
        var browser = Town.Browse();
        Assert.True((await JoinAsync(browser, await InviteAsync(email))).IsOk);
        return browser;
    }

    public Task<TeamView> TeamAsync() => Owner.SendAsync(new GetTeam());

    public ValueTask DisposeAsync() => Town.DisposeAsync();

    public static AcceptInvitation Accept(string token) => new(token, "Kofi", Town.Password, "fr");

    public static string TokenIn(Mail mail) => mail.Body.Split("token=")[1].Split('\n')[0].Trim();
}
