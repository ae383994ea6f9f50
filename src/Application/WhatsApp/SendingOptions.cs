using System.ComponentModel.DataAnnotations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

/// <summary>Section <c>WhatsApp:Sending</c>: how carefully a number is used.</summary>
public sealed class SendingOptions
{
    /// <summary>Shortest time between two messages in one chat, ms; 0 = none.</summary>
    [Range(0, 60_000)]
    public int PerChatMilliseconds { get; init; } = 700;

    /// <summary>Messages over one number a day.</summary>
    [Range(1, 1_000_000)]
    public int MessagesPerDay { get; init; } = 2_000;

    /// <summary>Messages on the day a number is linked; twice as many on each day after it.</summary>
    [Range(1, 1_000_000)]
    public int MessagesOnFirstDay { get; init; } = 250;

    /// <summary>How long nothing leaves after a sign of restriction that does not say for how long.</summary>
    [Range(1, 10_080)]
    public int PauseMinutes { get; init; } = 60;

    public TimeSpan PerChat => TimeSpan.FromMilliseconds(PerChatMilliseconds);

    public TimeSpan Pause => TimeSpan.FromMinutes(PauseMinutes);

    public SendingLimits Limits => new(MessagesPerDay, MessagesOnFirstDay);
}
