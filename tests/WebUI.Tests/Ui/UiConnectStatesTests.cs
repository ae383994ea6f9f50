using Microsoft.Playwright;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.WhatsApp;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>Connect in each of its states as a browser draws it: nothing sticks out, nothing keeps a screen reader out, one main thing to do.</summary>
[Collection(nameof(UiTests))]
public sealed class UiConnectStatesTests(UiHost host, Browser browser)
{
    private static readonly PairingOffer Qr = new("https://wa.me/settings/linked_devices#2@abcdefghijklmnopqrstuvwxyz,AbCd,EfGh,IjKl,3", Soon, null, null);
    private static readonly PairingOffer Code = new(null, null, "WXYZ1234", Soon);

    private static readonly (string Name, SessionReport Report, string? Error)[] Troubles =
    [
        ("deaf", SessionReport.Opened, "deaf"),
        ("lost", SessionReport.Lost, null),
        ("away", SessionReport.Lost, "no_connection"),
        ("cut", SessionReport.Lost, "stream_error"),
        ("replaced", SessionReport.Replaced, null),
        ("suspended", SessionReport.Restricted, "temporary_ban"),
        ("banned", SessionReport.Restricted, "banned"),
        ("too-old", SessionReport.Failed, "client_too_old"),
        ("unreadable", SessionReport.Failed, "credentials_unreadable"),
        ("plan", SessionReport.Failed, "plan_limit"),
        ("mismatch", SessionReport.LoggedOut, "multidevice_mismatch"),
        ("unlinked", SessionReport.LoggedOut, null),
    ];

    private readonly List<string> _complaints = [];

    private static DateTimeOffset Soon => DateTimeOffset.UtcNow.AddMinutes(2);

    [Theory]
    [InlineData(390, "fr-FR")]
    [InlineData(1280, "en-GB")]
    public async Task Every_state_fits_and_has_no_violation(int width, string locale)
    {
        var page = await browser.OpenAsync(host.Url, _complaints, width, locale: locale);
        var number = new ShopNumber(host, await host.ShopNamedAsync(await Browser.SignUpAsync(page, "Maison Adjoa")));

        await LookAsync(page, "idle", width);
        await host.SendAsync(number.Shop, new ConnectSession(null, LinkMethod.Qr, null, null));
        await LookAsync(page, "connecting", width);
        await number.ReportAsync(SessionReport.LinkingEnded, SessionTroubles.LinkFailed);
        await LookAsync(page, "link-failed", width);
        await host.SendAsync(number.Shop, new ConnectSession(null, LinkMethod.Qr, null, null));
        await number.ReportAsync(SessionReport.CodeShown);
        await LookAsync(page, "next-code", width);
        host.Sessions.Offer = Qr;
        await LookAsync(page, "qr", width);
        host.Sessions.Offer = Code;
        await LookAsync(page, "code", width);
        host.Sessions.Offer = PairingOffer.None;
        await number.IdentifyAsync();
        await LookAsync(page, "linked", width);
        await number.ReportAsync(SessionReport.Opened);
        await LookAsync(page, "connected", width);
        await number.LimitAsync();
        await LookAsync(page, "paused", width);
        foreach (var (name, report, error) in Troubles)
        {
            await number.ReportAsync(report, error is null ? null : new SessionError(error, error));
            await LookAsync(page, name, width);
        }

        Assert.Empty(_complaints);
    }

    private static async Task LookAsync(IPage page, string name, int width)
    {
        await page.GotoAsync("/connect");
        Assert.Empty(await Axe.ViolationsAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} is wider than {width}");
        Assert.True(await page.Locator(".qrbox .state .btn.primary").CountAsync() <= 1, $"{name} has one main thing to do");
        await Shots.TakeAsync(page, "connect/" + name, width);
    }
}
