using System.Security.Cryptography;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Conversations;

/// <summary>A way out to customers. One implementation per <see cref="Channel"/>; all methods may be called again with the same ids.</summary>
public interface IMessagingChannel
{
    Channel Channel { get; }

    /// <summary>Sends with the id that stands in the outbox row: a repeated call shows no second message.</summary>
    Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken ct);

    /// <summary>Shows or ends "typing" in the customer's chat. Best effort: never throws for a lost connection.</summary>
    Task ShowTypingAsync(SessionId? session, string chat, bool typing, CancellationToken ct);

    /// <summary>Marks customer messages (external ids) as read. Best effort.</summary>
    Task MarkReadAsync(SessionId? session, string chat, IReadOnlyList<string> externalIds, CancellationToken ct);
}

/// <param name="Session">The linked number; null in the simulator.</param>
/// <param name="Chat">The address to answer to, exactly as received.</param>
/// <param name="ExternalId">The network's message id, fixed before the first try.</param>
/// <param name="Content">What is said.</param>
public sealed record OutgoingMessage(SessionId? Session, string Chat, string ExternalId, MessageContent Content);

public enum SendResult
{
    /// <summary>Given to the network; acknowledgement and receipts follow.</summary>
    HandedOver = 1,

    /// <summary>The other side has it already (simulator).</summary>
    Delivered = 2,

    /// <summary>No connection at present; nothing left.</summary>
    NotConnected = 3,

    /// <summary>This try failed; another may succeed.</summary>
    Failed = 4,

    /// <summary>Will never succeed.</summary>
    Refused = 5,
}

public readonly record struct SendOutcome(SendResult Result, string? Code = null);

/// <summary>Message ids of the channel, made before sending. WhatsApp: 22 characters, upper-case hex behind the web client's prefix.</summary>
public static class OutgoingIds
{
    private const string Prefix = "3EB0";

    public static string New() => Prefix + Convert.ToHexString(RandomNumberGenerator.GetBytes(9));

    /// <summary>The same key gives the same id.</summary>
    public static string For(Guid key) => Prefix + Convert.ToHexString(SHA256.HashData(key.ToByteArray()).AsSpan(0, 9));
}
