using System.ComponentModel.DataAnnotations;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>Section <c>Conversations</c>.</summary>
public sealed class ConversationOptions
{
    /// <summary>How long to wait for the rest of a burst, ms; 0 switches all waiting off.</summary>
    [Range(0, 60_000)]
    public int DebounceMilliseconds { get; init; } = 2_500;

    /// <summary>The longest that a customer who keeps writing waits, ms.</summary>
    [Range(0, 120_000)]
    public int LongestMilliseconds { get; init; } = 10_000;

    /// <summary>The simulator hands over a whole burst at once: nothing to wait for.</summary>
    public Debounce DebounceOf(Channel channel) => channel == Channel.Simulator || DebounceMilliseconds == 0
        ? Debounce.None
        : new Debounce(TimeSpan.FromMilliseconds(DebounceMilliseconds), TimeSpan.FromMilliseconds(LongestMilliseconds));
}
