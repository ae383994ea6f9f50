using WaSaas.Domain.Common;

namespace WaSaas.Domain.Conversations;

/// <summary>A simulated conversation has a clock of its own. It runs on by itself, can be put forward, and never goes back.</summary>
public sealed partial class Conversation
{
    /// <summary>How far the clock of the simulation is ahead of the installation's; negative when it lies in the past.</summary>
    public TimeSpan ClockShift { get; private set; }

    /// <summary>The clock of what is stored: that of the last message in a simulation.</summary>
    public DateTimeOffset ClockAt(DateTimeOffset now) => Channel == Channel.Simulator ? LastActivityAt : now;

    /// <summary>What time it is in the simulation by now.</summary>
    public DateTimeOffset SimulatedTime(DateTimeOffset now) => now + ClockShift > LastActivityAt ? now + ClockShift : LastActivityAt;

    /// <summary>Something happens at this time of the simulation: its clock runs on from there.</summary>
    public void RunFrom(DateTimeOffset at, DateTimeOffset now) => ClockShift = at - now;

    public void PutForward(TimeSpan by, DateTimeOffset now) => RunFrom(SimulatedTime(now) + by, now);
}
