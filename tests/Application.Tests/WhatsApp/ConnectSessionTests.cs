using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Tests.Support;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Tests.WhatsApp;

public sealed class ConnectSessionTests : IAsyncLifetime
{
    private LinkingInstallation _linking = null!;

    public async ValueTask InitializeAsync() => _linking = await LinkingInstallation.StartAsync();

    [Fact]
    public async Task The_first_number_of_a_shop_is_made_and_the_running_side_hears_of_it_after_the_commit()
    {
        var shop = await _linking.OpenNewShopAsync();

        Assert.Null((await ConnectAsync(shop)).Error);

        Assert.Equal(["link Qr Connecting"], _linking.Told);
        Assert.Equal(1, (await SessionAsync(shop)).Position);
    }

    [Fact]
    public async Task A_second_wish_while_a_code_is_shown_may_change_the_method()
    {
        var shop = await _linking.OpenNewShopAsync();
        await ConnectAsync(shop);

        Assert.Null((await ConnectAsync(shop, LinkMethod.Code, "+228 90 12 34 56")).Error);

        Assert.Equal(["link Qr Connecting", "link Code 22890123456 Connecting"], _linking.Told);
        Assert.Equal(1, await shop.ReadAsync(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task A_linked_number_is_not_linked_again()
    {
        var shop = await _linking.OpenLinkedShopAsync();

        Assert.Equal(SessionErrors.AlreadyLinked, (await ConnectAsync(shop)).Error);

        Assert.Empty(_linking.Told);
        Assert.Equal(SessionState.Connected, (await SessionAsync(shop)).State);
    }

    [Theory]
    [InlineData("+228 90 12 34 56", "22890123456")]
    [InlineData("00228.90-12-34-56", "22890123456")]
    [InlineData("22890123456", "22890123456")]
    [InlineData("(+33) 6 12 34 56 78", "33612345678")]
    public async Task Numbers_are_taken_as_people_write_them(string written, string digits)
    {
        var shop = await _linking.OpenNewShopAsync();

        Assert.Null((await ConnectAsync(shop, LinkMethod.Code, written)).Error);

        Assert.Equal([$"link Code {digits} Connecting"], _linking.Told);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("90 12 34 56")]
    [InlineData("0612345678")]
    [InlineData("+228 90 12 34 5x")]
    [InlineData("+2289012345678901")]
    [InlineData("+0 228 90 12 34 56")]
    public async Task A_number_without_its_country_code_is_refused(string? written)
    {
        var shop = await _linking.OpenNewShopAsync();

        Assert.Equal(SessionErrors.PhoneInvalid, (await ConnectAsync(shop, LinkMethod.Code, written)).Error);

        Assert.Empty(_linking.Told);
        Assert.Equal(0, await shop.ReadAsync(db => db.Sessions.CountAsync()));
    }

    [Fact]
    public async Task Another_shops_number_is_not_there()
    {
        var other = await _linking.OpenLinkedShopAsync();
        var shop = await _linking.OpenNewShopAsync();

        Assert.Equal(Error.NotFound, (await shop.SendAsync(new ConnectSession(other.Session, LinkMethod.Qr, null, null))).Error);
    }

    [Fact]
    public async Task A_number_beyond_the_plan_is_refused()
    {
        var shop = await _linking.OpenLinkedShopAsync(Plan.Starter);
        var second = WhatsAppSession.Create(shop.Id, 2, Installation.Noon);
        await shop.SaveAsync(db => db.Sessions.Add(second));

        Assert.Equal(SessionErrors.NumberLimit(1), (await shop.SendAsync(new ConnectSession(second.Id, LinkMethod.Qr, null, null))).Error);
    }

    [Fact]
    public async Task A_real_number_needs_a_confirmed_address()
    {
        var shop = await _linking.OpenNewShopAsync();
        (_linking.Kind, _linking.EmailIsConfirmed) = (WhatsAppNetwork.WhatsApp, false);

        Assert.Equal(SessionErrors.EmailNotConfirmed, (await ConnectAsync(shop, warning: LinkingWarning.Version)).Error);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2020-01")]
    public async Task A_real_number_needs_the_present_warning(string? ticked)
    {
        var shop = await _linking.OpenNewShopAsync();
        _linking.Kind = WhatsAppNetwork.WhatsApp;

        Assert.Equal(SessionErrors.WarningNotAccepted, (await ConnectAsync(shop, warning: ticked)).Error);
        Assert.Empty(_linking.Told);
    }

    [Fact]
    public async Task The_warning_is_kept_with_its_time_and_not_asked_for_twice()
    {
        var shop = await _linking.OpenNewShopAsync();
        _linking.Kind = WhatsAppNetwork.WhatsApp;
        Assert.Null((await ConnectAsync(shop, warning: LinkingWarning.Version)).Error);

        Assert.Null((await ConnectAsync(shop)).Error);

        var session = await SessionAsync(shop);
        Assert.Equal((LinkingWarning.Version, _linking.Clock.GetUtcNow()), (session.WarningVersion, session.WarningAcceptedAt));
    }

    [Fact]
    public async Task Trying_it_out_needs_neither_warning_nor_address()
    {
        var shop = await _linking.OpenNewShopAsync();
        _linking.EmailIsConfirmed = false;

        Assert.Null((await ConnectAsync(shop)).Error);

        Assert.Null((await SessionAsync(shop)).WarningVersion);
    }

    public ValueTask DisposeAsync() => _linking.DisposeAsync();

    private static Task<Result> ConnectAsync(Shop shop, LinkMethod method = LinkMethod.Qr, string? phone = null, string? warning = null) =>
        shop.SendAsync(new ConnectSession(null, method, phone, warning));

    private static Task<WhatsAppSession> SessionAsync(Shop shop) => shop.ReadAsync(db => db.Sessions.AsNoTracking().SingleAsync());
}
