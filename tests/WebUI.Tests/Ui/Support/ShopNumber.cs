using WaSaas.Application.Conversations;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.WebUI.Tests.Ui.Support;

/// <summary>What the network tells the host about a shop's number, without a network.</summary>
public sealed class ShopNumber(UiHost host, TenantId shop)
{
    public TenantId Shop => shop;

    /// <summary>Linked and open.</summary>
    public async Task ConnectAsync()
    {
        await host.SendAsync(shop, new ConnectSession(null, LinkMethod.Qr, null, null));
        await ReportAsync(SessionReport.CodeShown);
        await IdentifyAsync();
        await ReportAsync(SessionReport.Opened);
    }

    public async Task ReportAsync(SessionReport report, SessionError? error = null) =>
        Assert.NotNull(await host.SendAsync(shop, new ReportSession(await SessionAsync(), 0, report, error)));

    /// <summary>WhatsApp limits the number.</summary>
    public async Task LimitAsync() => Assert.NotNull(await host.SendAsync(shop, new NoteLimits(await SessionAsync(), 0, Active: true, Until: null)));

    public async Task IdentifyAsync() =>
        await host.SendAsync(shop, new IdentifySession(await SessionAsync(), 0, new SessionIdentity("me@s.whatsapp.net", null, "+22890123412", "Afi")));

    /// <summary>A customer writes over WhatsApp.</summary>
    public Task<ConversationId> HearAsync(string text) => HearAsync(MessageContent.OfText(text));

    public async Task<ConversationId> HearAsync(MessageContent content) => (await host.SendAsync(shop, new ReceiveMessage(
        Channel.WhatsApp,
        await SessionAsync(),
        Guid.NewGuid().ToString("n"),
        "kossi@lid",
        [new Address(AddressKind.Lid, "kossi@lid")],
        "+22891000007",
        "Kossi Agbeko",
        false,
        content,
        DateTimeOffset.UtcNow))).ConversationId;

    private async Task<SessionId> SessionAsync() => new((await host.SendAsync(shop, new GetWhatsAppStatus(null)))!.Session!.Value);
}
