using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Tests.Support;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Tests.WhatsApp;

public sealed class SessionUseCaseTests : IAsyncLifetime
{
    private LinkingInstallation _linking = null!;
    private Shop _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _linking = await LinkingInstallation.StartAsync();
        _shop = await _linking.OpenLinkedShopAsync();
    }

    [Fact]
    public async Task Disconnecting_forgets_the_number_and_unlinks_it_after_the_commit_also_twice()
    {
        await _shop.SaveAsync(db => db.Sessions.Single().Identify(new SessionIdentity("1:2@s.whatsapp.net", null, "+1", "Adjoa")));

        Assert.Null((await _shop.SendAsync(new DisconnectSession(null))).Error);
        Assert.Null((await _shop.SendAsync(new DisconnectSession(_shop.Session))).Error);

        Assert.Equal(["logout Idle", "logout Idle"], _linking.Told);
        Assert.Null((await SessionAsync()).Number);
    }

    [Fact]
    public async Task Disconnecting_nothing_is_no_failure()
    {
        var empty = await _linking.OpenNewShopAsync();

        Assert.Null((await empty.SendAsync(new DisconnectSession(null))).Error);
        Assert.Equal(Error.NotFound, (await empty.SendAsync(new DisconnectSession(_shop.Session))).Error);
        Assert.Empty(_linking.Told);
    }

    [Theory]
    [InlineData(SessionReport.Replaced)]
    [InlineData(SessionReport.Restricted)]
    [InlineData(SessionReport.Failed)]
    public async Task A_number_that_stopped_is_tried_again(SessionReport stopped)
    {
        await ReportAsync(stopped);

        Assert.Null((await _shop.SendAsync(new ResumeSession(null))).Error);

        Assert.Equal(["resume Reconnecting"], _linking.Told);
    }

    [Fact]
    public async Task A_connected_number_is_left_alone()
    {
        Assert.Null((await _shop.SendAsync(new ResumeSession(null))).Error);

        Assert.Empty(_linking.Told);
    }

    [Fact]
    public async Task Without_a_link_there_is_nothing_to_try_again()
    {
        await _shop.SendAsync(new DisconnectSession(null));
        var empty = await _linking.OpenNewShopAsync();
        _linking.Told.Clear();

        Assert.Equal(WhatsAppErrors.NotLinked, (await _shop.SendAsync(new ResumeSession(null))).Error);
        Assert.Equal(WhatsAppErrors.NotLinked, (await empty.SendAsync(new ResumeSession(null))).Error);
        Assert.Equal(Error.NotFound, (await empty.SendAsync(new ResumeSession(_shop.Session))).Error);
        Assert.Empty(_linking.Told);
    }

    [Fact]
    public async Task Taking_a_session_shuts_its_former_owner_out()
    {
        var first = (await TakeAsync(SessionWish.Resume))!.Value;
        var second = (await TakeAsync(SessionWish.Resume))!.Value;
        Assert.True(second > first);

        await _shop.SendAsync(new ReportSession(_shop.Session, first, SessionReport.LoggedOut));
        Assert.Equal(SessionState.Reconnecting, (await SessionAsync()).State);
        await _shop.SendAsync(new ReportSession(_shop.Session, second, SessionReport.LoggedOut));
        Assert.Equal(SessionState.LoggedOut, (await SessionAsync()).State);
    }

    [Fact]
    public async Task A_session_is_only_taken_for_what_its_vendor_wants()
    {
        Assert.Null(await TakeAsync(SessionWish.Link));
        Assert.Null(await TakeAsync(SessionWish.Unlink));
        await _shop.SendAsync(new DisconnectSession(null));
        Assert.Null(await TakeAsync(SessionWish.Resume));
        Assert.NotNull(await TakeAsync(SessionWish.Unlink));
    }

    [Fact]
    public async Task A_paired_number_is_known_by_name()
    {
        await _shop.SendAsync(new DisconnectSession(null));
        await _shop.SendAsync(new ConnectSession(null, LinkMethod.Qr, null, null));
        var me = new SessionIdentity("22890000001:3@s.whatsapp.net", "9:3@lid", "+22890000001", "Adjoa");

        Assert.Equal(SessionState.Linked, await _shop.SendAsync(new IdentifySession(_shop.Session, 0, me)));

        Assert.Equal("+22890000001", (await SessionAsync()).Number);
    }

    [Fact]
    public async Task Who_was_unlinked_stays_unknown_when_a_late_word_comes()
    {
        await _shop.SendAsync(new DisconnectSession(null));

        await _shop.SendAsync(new IdentifySession(_shop.Session, 0, new SessionIdentity("1@s.whatsapp.net", null, "+1", "Adjoa")));

        Assert.Null((await SessionAsync()).Number);
    }

    [Fact]
    public async Task Two_addresses_that_are_one_person_make_one_contact()
    {
        await _shop.HearAsync("bonjour", from: "kossi@lid");
        await _shop.SendAsync(new ReceiveByPhone("22891000001@s.whatsapp.net").Command(_shop.Session));
        Assert.Equal(2, await ContactsAsync());

        await _shop.SendAsync(new LinkAddresses(
            [new Address(AddressKind.Lid, "kossi@lid"), new Address(AddressKind.Phone, "22891000001@s.whatsapp.net")], "+22891000001"));

        Assert.Equal(1, await ContactsAsync());
        Assert.Equal("+22891000001", await _shop.ReadAsync(db => db.Contacts.Select(c => c.PhoneNumber).SingleAsync()));
    }

    [Fact]
    public async Task Strangers_stay_strangers()
    {
        await _shop.SendAsync(new LinkAddresses([new Address(AddressKind.Lid, "who@lid"), new Address(AddressKind.Phone, "1@s.whatsapp.net")], "+1"));

        Assert.Equal(0, await ContactsAsync());
    }

    public ValueTask DisposeAsync() => _linking.DisposeAsync();

    private Task<long?> TakeAsync(SessionWish wish) => _shop.SendAsync(new TakeSession(_shop.Session, wish));

    private Task<SessionState?> ReportAsync(SessionReport report) => _shop.SendAsync(new ReportSession(_shop.Session, 0, report));

    private Task<int> ContactsAsync() => _shop.ReadAsync(db => db.Contacts.CountAsync());

    private Task<WhatsAppSession> SessionAsync() => _shop.ReadAsync(db => db.Sessions.AsNoTracking().SingleAsync());

    private sealed record ReceiveByPhone(string Address)
    {
        public Application.Conversations.ReceiveMessage Command(SessionId session) => new(
            Channel.WhatsApp, session, "by-phone", Address, [new Address(AddressKind.Phone, Address)], null, null, false, MessageContent.OfText("hello"), Installation.Noon);
    }
}
