using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Accounts;
using WaSaas.Application.Tenants.Team;
using WaSaas.Domain.Common;

namespace WaSaas.WebUI.Tests.Ui.Support;

/// <summary>People who are invited into a team by the mail that goes out, as the outbox of development keeps it.</summary>
public static class Agents
{
    /// <summary>The last link to that page that was mailed to somebody; mails leave in the background, so it is waited for.</summary>
    public static async Task<string> LinkToAsync(UiHost host, string email, string page)
    {
        var outbox = host.Services.GetRequiredService<IMailOutbox>();
        while (true)
        {
            var links = (await outbox.LatestAsync(50, TestContext.Current.CancellationToken))
                .Where(m => m.To == email)
                .SelectMany(m => m.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Where(word => word.StartsWith("http", StringComparison.Ordinal) && new Uri(word).AbsolutePath == page);
            if (links.FirstOrDefault() is { } link)
            {
                return new Uri(link).PathAndQuery;
            }

            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A browser of somebody new who accepted.</summary>
    public static async Task<(PageClient Browser, string Email)> JoinAsync(UiHost host, TenantId shop)
    {
        var email = $"{Guid.NewGuid():n}@example.com";
        Assert.True((await host.SendAsync(shop, new InvitePerson(email, "fr"))).IsOk);
        var browser = host.Browse();
        using var joined = await browser.SubmitAsync(await LinkToAsync(host, email, "/join"), "/join", new()
        {
            ["Input.Name"] = "Kofi Agbeko",
            ["Input.Password"] = "quatre tambours dorment ici",
        });
        Assert.True(joined.StatusCode == HttpStatusCode.Redirect, await joined.Content.ReadAsStringAsync());
        return (browser, email);
    }
}
