using WaSaas.Domain.Common;
using WaSaas.Domain.Orders;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Domain.Conversations;

public readonly record struct ConversationId(Guid Value) : IId<ConversationId>
{
    public static ConversationId From(Guid value) => new(value);
}

public readonly record struct TurnId(Guid Value) : IId<TurnId>
{
    public static TurnId From(Guid value) => new(value);
}

public enum Channel
{
    WhatsApp = 1,
    Simulator = 2,
}

public enum Responder
{
    Assistant = 1,
    Person = 2,
}

/// <summary>
/// What is said between one customer and the shop over one channel, who answers at present, and whether an answer is
/// owed. A turn answers everything that came in since the last one.
/// </summary>
public sealed partial class Conversation : AggregateRoot, ITenantOwned
{
    public static readonly TimeSpan TurnLease = TimeSpan.FromSeconds(60);
    public const int MaxTurnAttempts = 5;

    private Conversation()
    {
    }

    public TenantId TenantId { get; private set; }

    public ConversationId Id { get; private set; }

    public Channel Channel { get; private set; }

    /// <summary>The linked number over which it runs; null in the simulator.</summary>
    public SessionId? SessionId { get; private set; }

    public ContactId ContactId { get; private set; }

    /// <summary>Address to answer to, exactly as it was received.</summary>
    public string ReplyTo { get; private set; } = "";

    public DateTimeOffset LastActivityAt { get; private set; }

    public string? LastPreview { get; private set; }

    public MessageAuthor LastAuthor { get; private set; }

    public long LastSequence { get; private set; }

    /// <summary>Sequence of the newest customer message.</summary>
    public long LastIncomingSequence { get; private set; }

    /// <summary>Everything up to here is answered, or was left to a person.</summary>
    public long AnsweredSequence { get; private set; }

    /// <summary>Everything up to here was seen by a person of the shop.</summary>
    public long SeenSequence { get; private set; }

    /// <summary>The customer was told that an assistant answers.</summary>
    public bool IntroducedAssistant { get; private set; }

    /// <summary>When the next turn may run, or when a dead runner's lease ends; null = no answer is owed.</summary>
    public DateTimeOffset? TurnDueAt { get; private set; }

    public DateTimeOffset? TurnFirstDueAt { get; private set; }

    /// <summary>The turn that runs or ran last; a new claim gets a new one.</summary>
    public TurnId? TurnId { get; private set; }

    public int TurnAttempts { get; private set; }

    public bool IsUnseen => LastIncomingSequence > SeenSequence;

    public static Conversation Start(TenantId tenantId, Channel channel, SessionId? session, ContactId contact, string replyTo, DateTimeOffset at) => new()
    {
        TenantId = tenantId,
        Id = Common.Id.New<ConversationId>(),
        Channel = channel,
        SessionId = session,
        ContactId = contact,
        ReplyTo = replyTo,
        LastActivityAt = at,
    };

    /// <summary>A customer writes: an answer is owed after the debounce window, when the assistant is the one who answers.</summary>
    public Message Receive(string externalId, MessageContent content, DateTimeOffset writtenAt, DateTimeOffset now, Debounce debounce, string replyTo, Pace pace = Pace.Usual)
    {
        ReplyTo = replyTo;
        var message = Message.Incoming(this, Next(), externalId, content, writtenAt, now);
        LastIncomingSequence = message.Sequence;
        Note(message, now);
        if (Responder == Responder.Assistant && AsksForAnswer(content.Kind) && pace != Pace.NoAnswer)
        {
            TurnFirstDueAt ??= now;
            TurnDueAt = debounce.DueAt(now, TurnFirstDueAt.Value, pace);
            TurnAttempts = 0;
        }

        Raise(new MessageReceived(TenantId, Id, message.Id));
        return message;
    }

    /// <summary>A runner takes the turn; a lease that ended may be taken again.</summary>
    public Turn? ClaimTurn(DateTimeOffset now)
    {
        if (TurnDueAt is null || TurnDueAt > now)
        {
            return null;
        }

        TurnId = Common.Id.New<TurnId>();
        TurnDueAt = now + TurnLease;
        TurnAttempts++;
        return new Turn(TurnId.Value, AnsweredSequence, LastIncomingSequence, TurnAttempts);
    }

    /// <summary>Still the same turn over the same messages, and the assistant still answers: its effects may be stored.</summary>
    public bool StillOwes(Turn turn) =>
        TurnId == turn.Id && LastIncomingSequence == turn.UpToSequence && Responder == Responder.Assistant && TurnDueAt is not null;

    /// <param name="turn">The turn that is answered.</param>
    /// <param name="ordinal">Place among the turn's replies.</param>
    /// <param name="externalId">The network's id, made before sending.</param>
    /// <param name="content">What is said.</param>
    /// <param name="recap">The summary that it shows.</param>
    /// <param name="at">The turn's clock.</param>
    public Message Reply(Turn turn, int ordinal, string externalId, MessageContent content, RecapId? recap, DateTimeOffset at)
    {
        var message = Message.Outgoing(this, Next(), MessageAuthor.Assistant, externalId, content, at);
        message.KeyTo(turn.Id, ordinal);
        message.Show(recap);
        Note(message, at);
        return message;
    }

    public void FinishTurn(Turn turn, bool introduced)
    {
        AnsweredSequence = turn.UpToSequence;
        IntroducedAssistant |= introduced;
        OwesApology = false;
        NothingOwed();
        Raise(new TurnFinished(TenantId, Id));
    }

    /// <summary>Planning failed; a runner tries again later.</summary>
    public void RetryTurnAt(Turn turn, DateTimeOffset at)
    {
        if (TurnId == turn.Id && TurnDueAt is not null)
        {
            TurnDueAt = at;
        }
    }

    /// <summary>No answer now (paused, taken over). The messages stay and are answered when the assistant comes back to them.</summary>
    public void LeaveUnanswered() => NothingOwed();

    /// <summary>The network said how far a message of ours came.</summary>
    public void Record(Message message, MessageStatus status, string? code)
    {
        var before = message.Status;
        if (status == MessageStatus.Failed)
        {
            message.Fail(code ?? "error");
        }
        else
        {
            message.Advance(status);
        }

        if (message.Status != before)
        {
            Raise(new MessageAdvanced(TenantId, Id, message.Id));
        }
    }

    /// <summary>The number may not send now: the message waits, and the shop sees why.</summary>
    public void Hold(Message message, SendingHold hold) => Raise(message.Hold(hold));

    public void Seen(DateTimeOffset at)
    {
        AlertServed();
        if (IsUnseen)
        {
            SeenSequence = LastSequence;
            Raise(new ConversationSeen(TenantId, Id, at));
        }
    }

    /// <summary>Another conversation turned out to be with the same person over the same number.</summary>
    public void Absorb(Conversation other, IReadOnlyList<Message> itsMessages)
    {
        foreach (var message in itsMessages.OrderBy(m => m.Sequence))
        {
            message.MoveTo(Id, Next());
            LastIncomingSequence = message is { IsIncoming: true, IsChange: false } ? message.Sequence : LastIncomingSequence;
        }

        LastActivityAt = other.LastActivityAt > LastActivityAt ? other.LastActivityAt : LastActivityAt;
        IntroducedAssistant |= other.IntroducedAssistant;
        TurnDueAt = Earlier(TurnDueAt, other.TurnDueAt);
        TurnFirstDueAt = Earlier(TurnFirstDueAt, other.TurnFirstDueAt);
        if (TurnDueAt is null)
        {
            AnsweredSequence = LastIncomingSequence;
        }
    }

    public void BelongTo(ContactId contact) => ContactId = contact;

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;

    private static bool AsksForAnswer(MessageKind kind) =>
        Array.IndexOf(Message.ChangeKinds, kind) < 0;

    private void NothingOwed() => (TurnDueAt, TurnFirstDueAt, TurnAttempts, WaitsForMedia) = (null, null, 0, false);

    private void Note(Message message, DateTimeOffset at)
    {
        (LastActivityAt, LastAuthor) = (at, message.Author);
        PreviewSequence = message.Sequence;
        PreviewAgain(message);
        Raise(new MessageStored(TenantId, Id, message.Id));
    }

    private long Next() => ++LastSequence;
}
