using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Tests.Persistence;

public sealed class WriteGateTests
{
    private readonly WriteGate _gate = new();
    private readonly List<string> _order = [];

    [Fact]
    public async Task Writers_come_in_one_by_one_in_the_order_of_asking()
    {
        var first = await _gate.EnterAsync(CancellationToken.None);
        var others = new[] { PassAsync("a"), PassAsync("b"), PassAsync("c") };
        Assert.Empty(_order);

        first.Dispose();
        await Task.WhenAll(others);

        Assert.Equal(["a", "b", "c"], _order);
    }

    [Fact]
    public async Task Who_is_urgent_goes_before_all_who_wait()
    {
        var first = await _gate.EnterAsync(CancellationToken.None);
        var all = new[] { PassAsync("a"), PassAsync("urgent", first: true) };

        first.Dispose();
        await Task.WhenAll(all);

        Assert.Equal(["urgent", "a"], _order);
    }

    [Fact]
    public async Task A_flood_of_urgent_writes_does_not_shut_the_others_out()
    {
        var first = await _gate.EnterAsync(CancellationToken.None);
        var all = Enumerable.Range(1, 20).Select(n => PassAsync($"urgent {n}", first: true)).Append(PassAsync("a")).ToList();

        first.Dispose();
        await Task.WhenAll(all);

        Assert.Equal(8, _order.IndexOf("a"));
    }

    [Fact]
    public async Task Who_gives_up_waiting_does_not_keep_the_gate_shut()
    {
        using var patience = new CancellationTokenSource();
        var first = await _gate.EnterAsync(CancellationToken.None);
        var impatient = _gate.EnterAsync(patience.Token);
        var next = PassAsync("next");

        await patience.CancelAsync();
        first.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        await next;
        using var again = await _gate.EnterAsync(CancellationToken.None);
        Assert.Equal(["next"], _order);
    }

    [Fact]
    public async Task Leaving_twice_lets_one_in()
    {
        var first = await _gate.EnterAsync(CancellationToken.None);
        var second = _gate.EnterAsync(CancellationToken.None);
        var third = _gate.EnterAsync(CancellationToken.None);

        first.Dispose();
        first.Dispose();

        using (await second)
        {
            Assert.False(third.IsCompleted);
        }

        (await third).Dispose();
    }

    private async Task PassAsync(string name, bool first = false)
    {
        using (await (first ? _gate.EnterFirstAsync(CancellationToken.None) : _gate.EnterAsync(CancellationToken.None)))
        {
            _order.Add(name);
        }
    }
}
