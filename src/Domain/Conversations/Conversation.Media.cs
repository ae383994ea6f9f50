using WaSaas.Domain.Common;

namespace WaSaas.Domain.Conversations;

/// <summary>An answer waits for what came with the messages: nothing is answered before it was listened to.</summary>
public sealed partial class Conversation
{
    /// <summary>The owed answer waits; settling wakes it.</summary>
    public void WaitForMedia(DateTimeOffset until)
    {
        if (TurnDueAt < until)
        {
            (TurnDueAt, WaitsForMedia) = (until, true);
        }
    }

    /// <summary>The owed answer was due and waits for a file or a transcript.</summary>
    public bool WaitsForMedia { get; private set; }

    public void Settle(Message message, MediaOutcome outcome, DateTimeOffset at)
    {
        message.Settle(outcome);
        PreviewAgain(message);
        if (WaitsForMedia && TurnDueAt is not null)
        {
            (TurnDueAt, WaitsForMedia) = (at, false);
        }

        Raise(new MediaSettled(TenantId, Id, message.Id));
    }

    /// <summary>A person listened and wrote down what was said.</summary>
    /// <param name="message">A voice note of this conversation.</param>
    /// <param name="transcript">What was said.</param>
    /// <param name="answer">The assistant is to answer it now.</param>
    /// <param name="at">Now.</param>
    public Result CorrectTranscript(Message message, string transcript, bool answer, DateTimeOffset at)
    {
        if (!message.IsVoiceNote)
        {
            return ConversationErrors.NoVoiceNote;
        }

        if (string.IsNullOrWhiteSpace(transcript))
        {
            return ConversationErrors.EmptyMessage;
        }

        if (transcript.Length > MessageContent.MaxTextLength)
        {
            return ConversationErrors.MessageTooLong;
        }

        message.Correct(transcript.Trim());
        if (answer)
        {
            AnswerFrom(message, at);
        }

        Raise(new MediaSettled(TenantId, Id, message.Id));
        return Result.Ok;
    }

    /// <summary>Everything from that message on is answered (again).</summary>
    private void AnswerFrom(Message message, DateTimeOffset at)
    {
        (Responder, PersonActiveAt, ResumeAt, HandOffReason, OwesApology) = (Responder.Assistant, null, null, null, false);
        AlertServed();
        AnsweredSequence = Math.Min(AnsweredSequence, message.Sequence - 1);
        (TurnFirstDueAt, TurnDueAt, TurnAttempts) = (at, at, 0);
        Raise(new ResponderChanged(TenantId, Id, Responder));
    }
}
