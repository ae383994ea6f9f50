using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Conversations;

/// <summary>
/// A message came in over a channel (or was written by the vendor on her own phone). Stored once, whatever is repeated;
/// the source is acknowledged after this command returns.
/// </summary>
/// <param name="Channel">Where it came in.</param>
/// <param name="Session">The linked number; null in the simulator.</param>
/// <param name="ExternalId">The network's id.</param>
/// <param name="ReplyTo">Address to answer to, as received.</param>
/// <param name="Addresses">All addresses of the customer that are known by now, at least one.</param>
/// <param name="PhoneNumber">E.164 with plus sign when the network told it.</param>
/// <param name="Name">What the customer calls herself.</param>
/// <param name="FromPhone">Written by the vendor on a device of her own.</param>
/// <param name="Content">What it says.</param>
/// <param name="WrittenAt">When, by the sender's clock.</param>
public sealed record ReceiveMessage(
    Channel Channel,
    SessionId? Session,
    string ExternalId,
    string ReplyTo,
    IReadOnlyList<Address> Addresses,
    string? PhoneNumber,
    string? Name,
    bool FromPhone,
    MessageContent Content,
    DateTimeOffset WrittenAt) : ICommand<Received>;

/// <summary>The conversation it belongs to, and whether it was new.</summary>
public sealed record Received(ConversationId ConversationId, bool IsNew);
