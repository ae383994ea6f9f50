using WaSaas.Domain.Common;
using WaSaas.Domain.Orders;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Domain.Conversations;

public readonly record struct MessageId(Guid Value) : IId<MessageId>
{
    public static MessageId From(Guid value) => new(value);
}

public enum MessageAuthor
{
    Customer = 1,
    Assistant = 2,

    /// <summary>A person of the shop, on the web or on her own phone.</summary>
    Vendor = 3,

    /// <summary>Nobody: a remark for the shop's own screens, never sent. Its text is a code.</summary>
    System = 4,
}

public enum MessageKind
{
    Text = 1,
    Image = 2,
    Audio = 3,
    Video = 4,
    Document = 5,
    Sticker = 6,
    Location = 7,
    Contact = 8,
    Reaction = 9,
    Edit = 10,
    Delete = 11,
    Poll = 12,
    Order = 13,
    Unsupported = 14,

    /// <summary>See <see cref="MessageAuthor.System"/>.</summary>
    Remark = 15,

    /// <summary>A place that goes on moving; its first point counts like a pin.</summary>
    LiveLocation = 16,
}

/// <summary>Only ever moves up (a receipt that comes late changes nothing), except that a row can end in failed or unknown.</summary>
public enum MessageStatus
{
    /// <summary>Came in.</summary>
    Received = 0,

    /// <summary>In the outbox.</summary>
    Pending = 1,

    /// <summary>Claimed by the deliverer.</summary>
    Sending = 2,

    /// <summary>Accepted by the network.</summary>
    Sent = 3,
    Delivered = 4,
    Read = 5,
    Played = 6,
    Failed = 7,

    /// <summary>Nobody can tell whether it left; a person decides.</summary>
    Unknown = 8,
}

/// <summary>One message of a conversation. Outgoing rows are the outbox: the id for the network is fixed before the first try.</summary>
public sealed partial class Message : ITenantOwned
{
    public static readonly TimeSpan SendLease = TimeSpan.FromSeconds(30);
    public const int MaxAttempts = 8;

    private Message()
    {
    }

    public TenantId TenantId { get; private set; }

    public MessageId Id { get; private set; }

    public ConversationId ConversationId { get; private set; }

    /// <summary>Order in the conversation, from 1.</summary>
    public long Sequence { get; private set; }

    public MessageAuthor Author { get; private set; }

    public MessageKind Kind { get; private set; }

    public string? Text { get; private set; }

    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    /// <summary>The product that it shows.</summary>
    public string? Sku { get; private set; }

    /// <summary>The summary of an order that it shows: once it has left, the customer may say yes to it.</summary>
    public RecapId? RecapId { get; private set; }

    /// <summary>External id of the message that an edit, a deletion or a reaction speaks of.</summary>
    public string? TargetId { get; private set; }

    /// <summary>External id of the message that this one answers.</summary>
    public string? QuotedId { get; private set; }

    /// <summary>The network's id, unique in the conversation.</summary>
    public string ExternalId { get; private set; } = "";

    /// <summary>When it was written, by the sender's clock for incoming ones.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it was stored here; a phone's own clock may be wrong.</summary>
    public DateTimeOffset StoredAt { get; private set; }

    public MessageContent Content => new(Kind, Text, Latitude, Longitude, TargetId) { File = File, Sku = Sku, Media = Media, Details = Details, QuotedId = QuotedId };

    public MessageStatus Status { get; private set; }

    /// <summary>With <see cref="Ordinal"/> the key of an automatic reply: unique, so that no turn answers twice.</summary>
    public TurnId? TurnId { get; private set; }

    public int? Ordinal { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>When the deliverer may look at this row (again); null when there is nothing to do.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>When the Signal ratchet step for this id was committed: it may have left.</summary>
    public DateTimeOffset? RatchetedAt { get; private set; }

    /// <summary>When the channel took it; until then nothing behind it in the conversation may be sent.</summary>
    public DateTimeOffset? HandedOverAt { get; private set; }

    public string? FailureCode { get; private set; }

    /// <summary>It may have left already: a second try must use the same id, and there is only one.</summary>
    public bool MayHaveLeft => RatchetedAt is not null || HandedOverAt is not null;

    public bool IsIncoming => Author == MessageAuthor.Customer;

    internal static Message Incoming(Conversation conversation, long sequence, string externalId, MessageContent content, DateTimeOffset at, DateTimeOffset now)
    {
        var message = Create(conversation, sequence, MessageAuthor.Customer, externalId, content, at, MessageStatus.Received);
        message.StoredAt = now;
        message.AwaitMedia(now);
        return message;
    }

    internal static Message FromPhone(Conversation conversation, long sequence, string externalId, MessageContent content, DateTimeOffset at)
    {
        var message = Create(conversation, sequence, MessageAuthor.Vendor, externalId, content, at, MessageStatus.Sent);
        message.AwaitMedia(at);
        return message;
    }

    internal static Message Outgoing(
        Conversation conversation, long sequence, MessageAuthor author, string externalId, MessageContent content, DateTimeOffset at)
    {
        var message = Create(conversation, sequence, author, externalId, content, at, MessageStatus.Pending);
        message.DueAt = at;
        return message;
    }

    /// <summary>What happened, for the vendor: stands in the thread and goes nowhere.</summary>
    internal static Message Remark(Conversation conversation, long sequence, string code, DateTimeOffset at) =>
        Create(conversation, sequence, MessageAuthor.System, $"remark-{sequence}", new MessageContent(MessageKind.Remark, code), at, MessageStatus.Received);

    internal void KeyTo(TurnId turn, int ordinal) => (TurnId, Ordinal) = (turn, ordinal);

    internal void Show(RecapId? recap) => RecapId = recap;

    internal void MoveTo(ConversationId conversation, long sequence) => (ConversationId, Sequence) = (conversation, sequence);

    /// <summary>The deliverer takes the row. The lease ends by itself when the deliverer dies.</summary>
    public void Claim(DateTimeOffset at)
    {
        (Status, DueAt) = (MessageStatus.Sending, at + SendLease);
        Attempts++;
    }

    /// <summary>Handed to the socket; what follows comes by receipts. Looked at once more when none comes.</summary>
    public void HandedOver(DateTimeOffset at)
    {
        HandedOverAt ??= at;
        if (Status == MessageStatus.Sending)
        {
            DueAt = at + SendLease;
        }
    }

    /// <summary>Receipts get a while to come in after a reconnect before anything is sent a second time.</summary>
    public void LookAgainAt(DateTimeOffset at) => DueAt = at;

    /// <summary>May not leave before then.</summary>
    internal MessageAdvanced Hold(SendingHold hold)
    {
        (Status, DueAt, FailureCode) = (MessageStatus.Pending, hold.Until, hold.Code);
        return new MessageAdvanced(TenantId, ConversationId, Id);
    }

    /// <summary>A receipt or an acknowledgement: forward only.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Advance(MessageStatus status)
    {
        var forward = status is >= MessageStatus.Sent and <= MessageStatus.Played
            && (Status < status || Status is MessageStatus.Unknown or MessageStatus.Failed)
            && Status != MessageStatus.Received;
        if (forward)
        {
            (Status, DueAt, FailureCode) = (status, null, null);
        }

        return forward;
    }

    public void TryAgain(DateTimeOffset at, string code)
    {
        if (Attempts >= MaxAttempts)
        {
            Fail(code);
            return;
        }

        (Status, DueAt, FailureCode) = (MessageStatus.Pending, at, code);
    }

    /// <summary>Waits for the connection without counting as a try.</summary>
    public void WaitForConnection(DateTimeOffset until)
    {
        (Status, DueAt) = (MessageStatus.Pending, until);
        Attempts = Math.Max(0, Attempts - 1);
    }

    public void Fail(string code)
    {
        if (Status is MessageStatus.Pending or MessageStatus.Sending)
        {
            (Status, DueAt, FailureCode) = (MessageStatus.Failed, null, code);
        }
    }

    public void OutcomeUnknown() => (Status, DueAt) = (MessageStatus.Unknown, null);

    private static Message Create(
        Conversation conversation, long sequence, MessageAuthor author, string externalId, MessageContent content, DateTimeOffset at, MessageStatus status) => new()
        {
            TenantId = conversation.TenantId,
            Id = Common.Id.New<MessageId>(),
            ConversationId = conversation.Id,
            Sequence = sequence,
            Author = author,
            ExternalId = externalId,
            Kind = content.Kind,
            Text = Cut(content.Text),
            Latitude = content.Latitude,
            Longitude = content.Longitude,
            TargetId = content.TargetId,
            File = content.File,
            Media = content.Media,
            Details = content.Details,
            QuotedId = content.QuotedId,
            Sku = content.Sku,
            At = at,
            StoredAt = at,
            Status = status,
        };
}
