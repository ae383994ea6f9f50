using System.Collections.Concurrent;
using WaSaas.Application.Common;

namespace WaSaas.WebUI.Live;

/// <summary>
/// Announcements of the recent past, per shop. Numbers start at the microsecond of the start, so that a host that starts
/// again never gives a number twice and knows which ones it cannot know about.
/// </summary>
public sealed class LiveHub : ILive
{
    private readonly ConcurrentDictionary<Guid, LiveBuffer> _buffers = new();
    private readonly long _start;
    private long _sequence;

    public LiveHub(TimeProvider clock)
    {
        _start = (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        _sequence = _start;
    }

    /// <summary>A page remembers this before it reads, and asks for everything after it.</summary>
    public long Now => Interlocked.Read(ref _sequence);

    public void Announce(Guid tenantId, string topic, Guid? subjectId = null) =>
        BufferOf(tenantId).Add(() => new LiveEvent(Interlocked.Increment(ref _sequence), tenantId, topic, subjectId));

    /// <summary>To the pages of every shop that has any.</summary>
    public void AnnounceToAll(string topic)
    {
        foreach (var tenantId in _buffers.Keys)
        {
            Announce(tenantId, topic);
        }
    }

    /// <summary>Ends when something happened after <paramref name="after"/>, at once when it already did.</summary>
    public Task<LiveBatch> WaitAsync(Guid tenantId, long after, CancellationToken ct)
    {
        var now = Now;
        return after > now
            ? Task.FromResult(new LiveBatch(Missed: true, [], now))
            : BufferOf(tenantId).WaitAsync(after, ct);
    }

    private LiveBuffer BufferOf(Guid tenantId) => _buffers.GetOrAdd(tenantId, _ => new LiveBuffer(_start));
}
