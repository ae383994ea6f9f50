using Microsoft.Extensions.Options;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp.Fleet;

/// <summary>The gateways that are there, and which of them takes the next session.</summary>
internal sealed class GatewayFleet(IOptions<WhatsAppOptions> options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<GatewayLink, int> _taken = [];
    private readonly HashSet<GatewayLink> _leaving = [];

    public bool HasGateway
    {
        get
        {
            lock (_lock)
            {
                return _taken.Keys.Any(link => link.IsOpen);
            }
        }
    }

    public void Add(GatewayLink link)
    {
        lock (_lock)
        {
            _taken[link] = 0;
        }
    }

    /// <summary>It keeps what it has and takes nothing new.</summary>
    public void Retire(GatewayLink link)
    {
        lock (_lock)
        {
            _leaving.Add(link);
        }
    }

    public void Remove(GatewayLink link)
    {
        lock (_lock)
        {
            _taken.Remove(link);
            _leaving.Remove(link);
        }
    }

    /// <param name="except">Not in this one.</param>
    /// <returns>A place in the emptiest gateway; null when none is there or all are full.</returns>
    public Seat? TakeSeat(GatewayLink? except = null)
    {
        lock (_lock)
        {
            var link = _taken
                .Where(t => t.Key.IsOpen && t.Key != except && t.Value < options.Value.GatewayCapacity && !_leaving.Contains(t.Key))
                .OrderBy(t => t.Value)
                .Select(t => t.Key)
                .FirstOrDefault();
            if (link is null)
            {
                return null;
            }

            _taken[link]++;
            return new Seat(this, link);
        }
    }

    /// <summary>Whether a session may go on where it is.</summary>
    public bool MayStay(Seat seat)
    {
        lock (_lock)
        {
            return seat.Link.IsOpen && _taken.ContainsKey(seat.Link) && !_leaving.Contains(seat.Link);
        }
    }

    private void Leave(GatewayLink link)
    {
        lock (_lock)
        {
            if (_taken.TryGetValue(link, out var count))
            {
                _taken[link] = count - 1;
            }
        }
    }

    /// <summary>One session's place in a gateway.</summary>
    internal sealed class Seat(GatewayFleet fleet, GatewayLink link)
    {
        private int _isLeft;

        public GatewayLink Link => link;

        public void Leave()
        {
            if (Interlocked.Exchange(ref _isLeft, 1) == 0)
            {
                fleet.Leave(link);
            }
        }
    }
}
