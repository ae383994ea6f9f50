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

    /// <summary>Added to it as long as there is only a greeting, or a voice note that is not written down yet, ms.</summary>
    [Range(0, 60_000)]
    public int SlowerMilliseconds { get; init; } = 1_500;

    /// <summary>Answers to one customer in an hour; after one kind sentence more the assistant pauses for her.</summary>
    [Range(1, 100_000)]
    public int TurnsPerContactHour { get; init; } = 20;

    /// <summary>The same in 24 hours.</summary>
    [Range(1, 100_000)]
    public int TurnsPerContactDay { get; init; } = 120;

    /// <summary>Answers of one shop in an hour; above it the embedded assistant answers alone, without a model.</summary>
    [Range(1, 10_000_000)]
    public int TurnsPerShopHour { get; init; } = 1_000;

    /// <summary>The same in 24 hours.</summary>
    [Range(1, 10_000_000)]
    public int TurnsPerShopDay { get; init; } = 10_000;

    /// <summary>So many exchanges in a row that no person would type are two machines talking.</summary>
    [Range(3, 1_000)]
    public int LoopExchanges { get; init; } = 6;

    /// <summary>Within so many minutes.</summary>
    [Range(1, 1_440)]
    public int LoopMinutes { get; init; } = 10;

    /// <summary>The simulator hands over a whole burst at once: nothing to wait for.</summary>
    public Debounce DebounceOf(Channel channel) => channel == Channel.Simulator || DebounceMilliseconds == 0
        ? Debounce.None
        : new Debounce(TimeSpan.FromMilliseconds(DebounceMilliseconds), TimeSpan.FromMilliseconds(LongestMilliseconds), TimeSpan.FromMilliseconds(SlowerMilliseconds));
}
