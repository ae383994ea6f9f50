using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Fleet;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>What the pool knows of a session while it runs; nothing here has to survive.</summary>
internal sealed class PooledSession(DueSession id) : IDisposable
{
    public DueSession Id => id;

    /// <summary>Starting, switching and unlinking, one at a time.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>The owner's number that the running connection was started with; 0 = never started.</summary>
    public long Epoch { get; private set; }

    /// <summary>Its place in a gateway; null when it does not run.</summary>
    public GatewayFleet.Seat? Seat { get; private set; }

    public GatewayLink? Link => Seat?.Link;

    public bool IsRunning => Link is { IsOpen: true };

    public bool IsConnected { get; private set; }

    /// <summary>Its stored credentials could not be opened.</summary>
    public bool IsUnreadable { get; set; }

    /// <summary>It is being unlinked here: what it says about its end is no news.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>How the vendor wants to link, for when the gateway has to start over.</summary>
    public (LinkMethod Method, string? Phone)? Linking { get; set; }

    public PairingOffer Offer { get; set; } = PairingOffer.None;

    public void Started(GatewayFleet.Seat seat, long epoch)
    {
        if (Seat != seat)
        {
            Seat?.Leave();
        }

        (Seat, Epoch, IsConnected, IsLeaving, IsUnreadable, Offer) = (seat, epoch, false, false, false, PairingOffer.None);
    }

    /// <summary>A state that the gateway told. Only a scan that is awaited has codes.</summary>
    public void Entered(string state)
    {
        IsConnected = state == GatewayStates.Connected;
        if (state != GatewayStates.Connecting)
        {
            Offer = PairingOffer.None;
        }

        if (GatewayStates.IsEnd(state))
        {
            Stand();
        }
    }

    public void Lost()
    {
        Stand();
        (IsConnected, Offer) = (false, PairingOffer.None);
    }

    private void Stand()
    {
        Seat?.Leave();
        Seat = null;
    }

    public void Dispose() => Turn.Dispose();
}
