using WaSaas.WebUI.Live;

namespace WaSaas.WebUI.Tests.Ui;

public sealed class UiLiveTests
{
    private static readonly Guid Adjoa = Guid.NewGuid();
    private static readonly Guid Awa = Guid.NewGuid();
    private readonly LiveHub _hub = new(TimeProvider.System);

    [Fact]
    public async Task A_page_hears_what_came_after_it_was_drawn_and_nothing_of_another_shop()
    {
        var drawn = _hub.Now;
        _hub.Announce(Awa, "conversation");
        _hub.Announce(Adjoa, "session", Awa);

        var batch = await WaitAsync(Adjoa, drawn);

        Assert.False(batch.Missed);
        var only = Assert.Single(batch.Events);
        Assert.Equal(("session", Adjoa), (only.Topic, only.TenantId));
        Assert.True(batch.Concerns("session", Awa));
        Assert.False(batch.Concerns("conversation"));
    }

    [Fact]
    public async Task Who_waits_is_woken()
    {
        var waiting = WaitAsync(Adjoa, _hub.Now);
        Assert.False(waiting.IsCompleted);

        _hub.Announce(Adjoa, "product");

        Assert.Equal("product", Assert.Single((await waiting).Events).Topic);
    }

    [Fact]
    public async Task A_page_of_a_former_process_draws_everything_anew()
    {
        var before = _hub.Now - 1;

        var batch = await WaitAsync(Adjoa, before);

        Assert.True(batch.Missed);
        Assert.True(batch.Concerns("anything"));
    }

    [Fact]
    public async Task Who_was_away_for_longer_than_the_buffer_draws_everything_anew_and_goes_on_from_there()
    {
        var drawn = _hub.Now;
        for (var i = 0; i < 300; i++)
        {
            _hub.Announce(Adjoa, "conversation");
        }

        var batch = await WaitAsync(Adjoa, drawn);

        Assert.True(batch.Missed);
        Assert.False(WaitAsync(Adjoa, batch.UpTo).IsCompleted);
    }

    [Fact]
    public async Task A_number_that_was_never_given_draws_everything_anew() => Assert.True((await WaitAsync(Adjoa, _hub.Now + 1_000_000)).Missed);

    [Fact]
    public async Task Numbers_rise_also_when_many_announce_at_once()
    {
        var drawn = _hub.Now;
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 25; i++)
            {
                _hub.Announce(Adjoa, "conversation");
            }
        })));

        var numbers = (await WaitAsync(Adjoa, drawn)).Events.Select(e => e.Sequence).ToList();

        Assert.Equal(200, numbers.Count);
        Assert.Equal(numbers.Order(), numbers);
        Assert.Equal(200, numbers.Distinct().Count());
    }

    private Task<LiveBatch> WaitAsync(Guid shop, long after) => _hub.WaitAsync(shop, after, TestContext.Current.CancellationToken);
}
