using Microsoft.Playwright;
using WaSaas.Application.Conversations;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.WebUI.Tests.Ui.Support;

/// <summary>A vendor in a browser, and what the network tells the host about her number.</summary>
public sealed class Vendor(UiHost host, IPage page)
{
    private TenantId _shop;

    public TenantId Shop => _shop;

    /// <summary>Opens a shop and stands on Connect.</summary>
    public async Task SignUpAsync(string name) => _shop = await host.ShopNamedAsync(await Browser.SignUpAsync(page, name));

    /// <summary>Opens a shop whose number is connected.</summary>
    public async Task ConnectAsync(string name)
    {
        await SignUpAsync(name);
        await host.SendAsync(_shop, new ConnectSession(null, LinkMethod.Qr, null, null));
        await ReportAsync(SessionReport.CodeShown);
        await IdentifyAsync();
        await ReportAsync(SessionReport.Opened);
        await page.GotoAsync("/connect");
    }

    public async Task ReportAsync(SessionReport report) => Assert.NotNull(await host.SendAsync(_shop, new ReportSession(await SessionAsync(), 0, report)));

    public async Task IdentifyAsync() =>
        await host.SendAsync(_shop, new IdentifySession(await SessionAsync(), 0, new SessionIdentity("me@s.whatsapp.net", null, "+22890123412", "Afi")));

    /// <summary>A customer writes over WhatsApp.</summary>
    public async Task<ConversationId> HearAsync(string text) => (await host.SendAsync(_shop, new ReceiveMessage(
        Channel.WhatsApp,
        await SessionAsync(),
        Guid.NewGuid().ToString("n"),
        "kossi@lid",
        [new Address(AddressKind.Lid, "kossi@lid")],
        "+22891000007",
        "Kossi Agbeko",
        false,
        MessageContent.OfText(text),
        DateTimeOffset.UtcNow))).ConversationId;

    private async Task<SessionId> SessionAsync() => new((await host.SendAsync(_shop, new GetWhatsAppStatus(null)))!.Session!.Value);
}
