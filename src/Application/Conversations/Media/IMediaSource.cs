using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Conversations.Media;

/// <summary>Fetches the files that came with a channel's messages. Never throws for what a network can do.</summary>
public interface IMediaSource
{
    Channel Channel { get; }

    /// <param name="session">The number over which the message came.</param>
    /// <param name="externalId">The network's id of the message.</param>
    /// <param name="source">As it stands in <see cref="MessageMedia.Source"/>.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<FetchedMedia> FetchAsync(SessionId session, string externalId, string source, CancellationToken ct);
}

/// <summary>Either the content, or why there is none.</summary>
public sealed record FetchedMedia(byte[]? Content, string? Failure = null, FetchAgain Again = FetchAgain.Never)
{
    /// <summary>What a cart lists, when that was asked for.</summary>
    public IReadOnlyList<ListedItem>? Items { get; init; }

    public bool IsNothing => Content is null && Items is null;
}

public enum FetchAgain
{
    Never = 0,

    /// <summary>Another try may succeed; there are few of them.</summary>
    Soon = 1,

    /// <summary>There is no connection at present.</summary>
    WhenConnected = 2,
}
