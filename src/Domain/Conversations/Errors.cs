using WaSaas.Domain.Common;

namespace WaSaas.Domain.Conversations;

public static class ConversationErrors
{
    public static readonly Error AlreadyTakenOver = new("already_taken_over", "A person answers this customer already.");

    public static readonly Error TurnOvertaken = new("turn_overtaken", "Something newer came in: this answer is not owed any more.");

    public static readonly Error ClockWentBack = new("clock_went_back", "The clock of a simulation does not go back: at is before its last message.");

    public static readonly Error EmptyMessage = new("empty_message", "Write something first.");

    public static readonly Error NothingToSendAgain = new("nothing_to_send_again", "This message is on its way or has arrived.");

    public static readonly Error AssistantIsStopped = new("assistant_is_stopped", "The assistant is stopped: what it wrote does not leave. Write to the customer yourself.");

    public static readonly Error NoVoiceNote = new("no_voice_note", "This is no voice note of a customer.");

    public static readonly Error RecordingUnreadable = new("recording_unreadable", "Nothing can be heard in this file.");

    public static readonly Error UploadUnknown = new("upload_unknown", "Send a recording, or a photo as JPEG, PNG or WebP.");

    public static Error UploadTooLarge(int megabytes) => new("upload_too_large", $"A file has at most {megabytes} MB.", megabytes);

    public static readonly Error MessageTooLong =
        new("message_too_long", $"A message has at most {MessageContent.MaxTextLength} characters.", MessageContent.MaxTextLength);
}
