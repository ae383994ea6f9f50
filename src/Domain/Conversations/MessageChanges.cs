using WaSaas.Domain.Delivery;

namespace WaSaas.Domain.Conversations;

/// <summary>What became of a message after it was written. Immutable: stored as it is.</summary>
public sealed record MessageChanges
{
    public static readonly MessageChanges None = new();

    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>What it said before, oldest first.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];

    /// <summary>Taken back by its sender: what it said is gone (ADR 0033).</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    public string? CustomerReaction { get; init; }

    public string? ShopReaction { get; init; }

    /// <summary>Where a live location is by now; the message itself keeps its first point.</summary>
    public GeoPoint? MovedTo { get; init; }
}
