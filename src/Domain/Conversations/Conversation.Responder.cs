using WaSaas.Domain.Common;

namespace WaSaas.Domain.Conversations;

/// <summary>Who answers: takeover, hand-off, and how both end (ADR 0023).</summary>
public sealed partial class Conversation
{
    /// <summary>How long the assistant keeps out of it when the shop says nothing else.</summary>
    public static readonly TimeSpan UsualSilence = TimeSpan.FromMinutes(30);

    public Responder Responder { get; private set; } = Responder.Assistant;

    /// <summary>Last word of a person of the shop: the assistant stays silent for a while after it.</summary>
    public DateTimeOffset? PersonActiveAt { get; private set; }

    /// <summary>When the assistant answers again by itself; null while it answers anyway.</summary>
    public DateTimeOffset? ResumeAt { get; private set; }

    /// <summary>Why the assistant asked for a person; null when it did not, or when a person took it up.</summary>
    public string? HandOffReason { get; private set; }

    /// <summary>Nobody came when a person was asked for: the next answer says so.</summary>
    public bool OwesApology { get; private set; }

    /// <summary>When the shop is to be told by mail that a person is asked for; null = nothing to tell.</summary>
    public DateTimeOffset? AlertDueAt { get; private set; }

    /// <summary>When it was told; not again before somebody looked.</summary>
    public DateTimeOffset? AlertedAt { get; private set; }

    public bool NeedsPerson => HandOffReason is not null;

    /// <summary>The vendor wrote on her own phone: she has taken over.</summary>
    public Message ReceiveFromPhone(string externalId, MessageContent content, DateTimeOffset writtenAt, DateTimeOffset now, TimeSpan? silence = null)
    {
        var message = Message.FromPhone(this, Next(), externalId, content, writtenAt);
        Note(message, now);
        PersonSpoke(now, silence);
        return message;
    }

    /// <summary>A person answers from the web; sending takes over.</summary>
    public Message SendAsVendor(string externalId, string text, DateTimeOffset at, TimeSpan? silence = null)
    {
        var message = Message.Outgoing(this, Next(), MessageAuthor.Vendor, externalId, MessageContent.OfText(text), at);
        Note(message, at);
        PersonSpoke(at, silence);
        return message;
    }

    public Result TakeOver(DateTimeOffset at, TimeSpan? silence = null)
    {
        if (Responder == Responder.Person && HandOffReason is null)
        {
            return ConversationErrors.AlreadyTakenOver;
        }

        PersonSpoke(at, silence);
        return Result.Ok;
    }

    /// <summary>Back to the assistant, and what it asked for is settled. A customer who waits is answered at once.</summary>
    public void GiveBack(DateTimeOffset at)
    {
        (HandOffReason, OwesApology) = (null, false);
        AlertServed();
        AnswerAgain(at);
    }

    /// <summary>The assistant asks for a person. It has told the customer so in the same turn.</summary>
    /// <param name="reason">A code.</param>
    /// <param name="at">Now.</param>
    /// <param name="silence">How long it waits for that person before it answers again.</param>
    public void HandOff(string reason, DateTimeOffset at, TimeSpan? silence = null)
    {
        (Responder, HandOffReason, PersonActiveAt, ResumeAt) = (Responder.Person, reason, at, at + (silence ?? UsualSilence));
        AlertDueAt = AlertedAt is null ? at : null;
        Raise(new ResponderChanged(TenantId, Id, Responder));
        Raise(new HandedOff(TenantId, Id, reason));
    }

    /// <summary>The time of silence is over. A person who was asked for and never came stays asked for.</summary>
    /// <returns>The remark that says so in the thread; null when it is not time yet.</returns>
    public Message? ResumeIfDue(DateTimeOffset now)
    {
        if (Responder != Responder.Person || ResumeAt is null || ResumeAt > now)
        {
            return null;
        }

        var isPause = HandOffReason is { } reason && PauseReasons.All.Contains(reason);
        HandOffReason = isPause ? null : HandOffReason;
        OwesApology = HandOffReason is not null;
        AnswerAgain(now);
        return Remark(OwesApology ? Remarks.ResumedUnattended : Remarks.Resumed, now);
    }

    /// <summary>Something for the vendor's eyes, at this place of the thread.</summary>
    public Message Remark(string code, DateTimeOffset at)
    {
        var remark = Message.Remark(this, Next(), code, at);
        Raise(new MessageStored(TenantId, Id, remark.Id));
        return remark;
    }

    /// <summary>A customer says that she paid: the assistant answers on, and a person of the shop is told to look at the account.</summary>
    /// <returns>The remark that says so in the thread.</returns>
    public Message AskToCheckReceipt(DateTimeOffset at)
    {
        AlertDueAt = AlertedAt is null ? at : null;
        return Remark(Remarks.ReceiptToCheck, at);
    }

    /// <summary>The shop was told by mail; not again before somebody looked.</summary>
    public void Alerted(DateTimeOffset at) => (AlertDueAt, AlertedAt) = (null, at);

    /// <summary>The shop had a mail a moment ago: later.</summary>
    public void AlertLater(DateTimeOffset at) => AlertDueAt = at;

    private void PersonSpoke(DateTimeOffset at, TimeSpan? silence)
    {
        var changed = Responder != Responder.Person || HandOffReason is not null;
        (Responder, PersonActiveAt, ResumeAt) = (Responder.Person, at, at + (silence ?? UsualSilence));
        (HandOffReason, OwesApology) = (null, false);
        (AnsweredSequence, SeenSequence) = (LastIncomingSequence, LastSequence);
        AlertServed();
        NothingOwed();
        if (changed)
        {
            Raise(new ResponderChanged(TenantId, Id, Responder));
        }
    }

    private void AnswerAgain(DateTimeOffset at)
    {
        (Responder, PersonActiveAt, ResumeAt) = (Responder.Assistant, null, null);
        if (LastAuthor == MessageAuthor.Customer && LastIncomingSequence > AnsweredSequence)
        {
            (TurnDueAt, TurnFirstDueAt, TurnAttempts) = (at, at, 0);
        }

        Raise(new ResponderChanged(TenantId, Id, Responder));
    }

    private void AlertServed() => (AlertDueAt, AlertedAt) = (null, null);
}
