using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Tests.Support;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Tests.WhatsApp;

/// <summary>The job that looks over the numbers of all shops.</summary>
public sealed class WatchSessionsTests : IAsyncLifetime
{
    private LinkingInstallation _linking = null!;
    private Shop _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _linking = await LinkingInstallation.StartAsync();
        _shop = await _linking.OpenLinkedShopAsync();
    }

    [Fact]
    public async Task Numbers_with_evidence_are_not_touched()
    {
        _linking.Clock.Advance(TimeSpan.FromHours(3));
        await HearAsync(_shop);

        await WatchAsync();

        Assert.Empty(_linking.Told);
    }

    [Fact]
    public async Task A_deaf_number_is_found_in_its_shop_and_no_other_is()
    {
        var other = await _linking.OpenLinkedShopAsync();
        _linking.Clock.Advance(TimeSpan.FromSeconds(100));
        await HearAsync(other);

        await WatchAsync();

        Assert.Equal(["mend Restart"], _linking.Told);
        Assert.Equal((Repair.Restart, Repair.None), ((await SessionAsync(_shop)).Repair, (await SessionAsync(other)).Repair));
    }

    [Fact]
    public async Task A_number_that_does_not_come_back_gets_each_stage_once_and_then_rests()
    {
        await _shop.SendAsync(new ReportSession(_shop.Session, 0, SessionReport.Lost));
        for (var half = 0; half < 2 * 60 * 24; half++)
        {
            _linking.Clock.Advance(TimeSpan.FromSeconds(30));
            if (half % 4 == 0)
            {
                await WatchAsync();
            }
        }

        Assert.Equal(["mend Restart", "mend Move", "mend Tell"], _linking.Told.Where(t => t != "mend None"));
        var session = await SessionAsync(_shop);
        Assert.Equal((SessionState.Reconnecting, "no_connection"), (session.State, session.LastError!.Code));
        _linking.Told.Clear();
        await WatchAsync();
        Assert.Empty(_linking.Told);
    }

    [Fact]
    public async Task A_number_that_is_well_again_is_told_so_to_its_vendor()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            _linking.Clock.Advance(TimeSpan.FromSeconds(95));
            await WatchAsync();
        }

        Assert.Equal("deaf", (await _shop.SendAsync(new GetWhatsAppStatus(null)))!.LastError!.Code);
        _linking.Clock.Advance(TimeSpan.FromMinutes(10));
        await HearAsync(_shop);
        await WatchAsync();

        Assert.Null((await _shop.SendAsync(new GetWhatsAppStatus(null)))!.LastError);
        Assert.Equal(Repair.None, (await SessionAsync(_shop)).Repair);
    }

    public ValueTask DisposeAsync() => _linking.DisposeAsync();

    private Task<Domain.Common.Result> WatchAsync() => _linking.WatchAsync();

    private Task<int> HearAsync(Shop shop) => shop.ReadAsync(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.LastEvidenceAt, _linking.Clock.GetUtcNow())));

    private static Task<WhatsAppSession> SessionAsync(Shop shop) => shop.ReadAsync(db => db.Sessions.AsNoTracking().SingleAsync());
}
