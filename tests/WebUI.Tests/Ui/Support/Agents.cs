using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Accounts;
using WaSaas.Application.Tenants.Team;
using WaSaas.Domain.Common;

namespace WaSaas.WebUI.Tests.Ui.Support;

/// <summary>People who are invited into a team by the mail that goes out, as the outbox of development keeps it.</summary>
public static class Agents
{
    /// <summary>Address below this host of the last link that was mailed to them.</summary>
    public static async Task<string> LinkToAsync(UiHost host, string email)
    {
        var mails = await host.Services.GetRequiredService<IMailOutbox>().LatestAsync(50, CancellationToken.None);
        var words = mails.First(m => m.To == email).Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new Uri(words.First(w => w.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;
    }

    /// <summary>A browser of somebody new who accepted.</summary>
    public static async Task<(PageClient Browser, string Email)> JoinAsync(UiHost host, TenantId shop)
    {
        var email = $"{Guid.NewGuid():n}@example.com";
        Assert.True((await host.SendAsync(shop, new InvitePerson(email, "fr"))).IsOk);
        var browser = host.Browse();
        using var joined = await browser.SubmitAsync(await LinkToAsync(host, email), "/join", new()
        {
            ["Input.Name"] = "Kofi Agbeko",
            ["Input.Password"] = "quatre tambours dorment ici",
        });
        Assert.True(joined.StatusCode == HttpStatusCode.Redirect, await joined.Content.ReadAsStringAsync());
        return (browser, email);
    }
}
