using System.Net;
using System.Text.RegularExpressions;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.WhatsApp;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>Every state of a number in plain words with one thing to do.</summary>
[Collection(nameof(UiTests))]
public sealed partial class UiConnectTests(UiHost host) : IDisposable
{
    private readonly PageClient _vendor = host.Browse();

    public static TheoryData<SessionReport, string, string> Troubles { get; } = new()
    {
        { SessionReport.Lost, "Reconnexion en cours", "Réessayer maintenant" },
        { SessionReport.LoggedOut, "Déconnecté depuis le téléphone", "Afficher le QR code" },
        { SessionReport.Replaced, "Numéro utilisé ailleurs", "Reprendre ici" },
        { SessionReport.Restricted, "Numéro limité par WhatsApp", "Réessayer" },
        { SessionReport.Failed, "La connexion ne marche pas", "Réessayer" },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_trouble_is_named_with_what_to_do(SessionReport report, string words, string action)
    {
        var number = await SignUpAsync();
        await number.ConnectAsync();
        await number.ReportAsync(report);

        var page = await _vendor.TextAsync("/connect");

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains(action, page, StringComparison.Ordinal);
        Assert.True(StateButtons().Count(StatePanel().Match(page).Value) <= 1);
    }

    public static TheoryData<SessionReport, string, string, string> Reasons { get; } = new()
    {
        { SessionReport.Opened, "deaf", "rien ne passe", "Réessayer maintenant" },
        { SessionReport.Lost, "no_connection", "ne répond pas depuis un moment", "Réessayer maintenant" },
        { SessionReport.Lost, "stream_error", "coupe sans cesse", "Recommencer" },
        { SessionReport.LoggedOut, "multidevice_mismatch", "relier le téléphone à nouveau", "Afficher le QR code" },
        { SessionReport.Restricted, "banned", "a bloqué ce numéro", "Réessayer" },
        { SessionReport.Restricted, "temporary_ban", "a suspendu ce numéro", "Réessayer" },
        { SessionReport.Failed, "client_too_old", "version plus récente", "Réessayer" },
        { SessionReport.Failed, "plan_limit", "un forfait plus grand", "Voir les forfaits" },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task A_reason_that_is_known_has_its_own_sentence(SessionReport report, string code, string words, string action)
    {
        var number = await SignUpAsync();
        await number.ConnectAsync();
        await number.ReportAsync(report, new SessionError(code, code));

        var page = await _vendor.TextAsync("/connect");

        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains(action, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_is_told_beside_connected_and_ended_with_one_button()
    {
        var number = await SignUpAsync();
        await number.ConnectAsync();
        await number.LimitAsync();
        Assert.Contains("Continuer l’envoi", await _vendor.TextAsync("/connect"), StringComparison.Ordinal);

        using var answer = await _vendor.SubmitAsync("/connect", "handler=Resume", []);

        Assert.DoesNotContain("Continuer l’envoi", await _vendor.TextAsync("/connect"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_is_no_reason_why_a_connection_is_away()
    {
        var number = await SignUpAsync();
        await number.ConnectAsync();
        await number.LimitAsync();
        await number.ReportAsync(SessionReport.Lost);

        var page = await _vendor.TextAsync("/connect");

        Assert.Contains("La connexion s’est coupée", page, StringComparison.Ordinal);
        Assert.DoesNotContain("a refusé un message", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_could_not_be_linked_may_choose_again_how()
    {
        var number = await SignUpAsync();
        await host.SendAsync(number.Shop, new ConnectSession(null, LinkMethod.Qr, null, null));
        await number.ReportAsync(SessionReport.LinkingEnded, SessionTroubles.LinkFailed);

        var page = await _vendor.TextAsync("/connect");

        Assert.Contains("Le code n’a pas pu être préparé", page, StringComparison.Ordinal);
        Assert.Contains("Afficher le QR code", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_broke_is_said_on_every_page()
    {
        var number = await SignUpAsync();
        await number.ConnectAsync();
        Assert.DoesNotContain("WhatsApp est déconnecté.", await _vendor.TextAsync("/products"), StringComparison.Ordinal);

        await number.ReportAsync(SessionReport.LoggedOut);

        Assert.Contains("WhatsApp est déconnecté.", await _vendor.TextAsync("/products"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_any_more_lead_to_a_new_start()
    {
        var number = await SignUpAsync();
        await number.ConnectAsync();
        await number.ReportAsync(SessionReport.Failed, new SessionError("credentials_unreadable", "unreadable"));

        Assert.Contains("Recommencer", await _vendor.TextAsync("/connect"), StringComparison.Ordinal);
        using var answer = await _vendor.SubmitAsync("/connect", "handler=Disconnect", []);

        Assert.Contains("Aucun numéro connecté", await _vendor.TextAsync("/connect"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pairing_code_is_shown_in_two_halves_and_an_unreadable_number_is_refused()
    {
        await SignUpAsync();
        using var refused = await _vendor.SubmitAsync("/connect", "handler=Link", new() { ["method"] = "Code", ["phone"] = "90 12" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("value=\"90 12\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var linked = await _vendor.SubmitAsync("/connect", "handler=Link", new() { ["method"] = "Code", ["phone"] = "+228 90 12 34 56" });
        Assert.Equal(HttpStatusCode.Redirect, linked.StatusCode);
        Assert.Contains((LinkMethod.Code, "22890123456"), host.Sessions.Links);
    }

    [Fact]
    public async Task On_the_real_network_the_warning_must_be_ticked_first()
    {
        await SignUpAsync();
        host.Network.Kind = WhatsAppNetwork.WhatsApp;
        try
        {
            Assert.Contains("name=\"acceptedWarning\"", await _vendor.ReadAsync("/connect"), StringComparison.Ordinal);
            using var refused = await _vendor.SubmitAsync("/connect", "handler=Link", new() { ["method"] = "Qr" });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("cochez la case", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

            using var linked = await _vendor.SubmitAsync("/connect", "handler=Link", new() { ["method"] = "Qr", ["acceptedWarning"] = LinkingWarning.Version });
            Assert.Equal(HttpStatusCode.Redirect, linked.StatusCode);
        }
        finally
        {
            host.Network.Kind = WhatsAppNetwork.Sandbox;
        }
    }

    public void Dispose() => _vendor.Dispose();

    private async Task<ShopNumber> SignUpAsync() => new(host, await host.ShopNamedAsync(await _vendor.SignUpAsync("Maison")));

    [GeneratedRegex("""<div class="state".*?</div>""", RegexOptions.Singleline)]
    private static partial Regex StatePanel();

    [GeneratedRegex("<button")]
    private static partial Regex StateButtons();
}
