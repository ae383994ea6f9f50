using WaSaas.Domain.Common;

namespace WaSaas.Domain.Conversations;

public sealed partial class Conversation
{
    /// <summary>A person wants a message that failed, or of which nobody knows, to be tried once more.</summary>
    public Result SendAgain(Message message, DateTimeOffset at)
    {
        if (!message.Requeue(at))
        {
            return ConversationErrors.NothingToSendAgain;
        }

        Raise(new MessageStored(TenantId, Id, message.Id));
        return Result.Ok;
    }
}

public sealed partial class Message
{
    /// <summary>Back into the outbox with the id it has: should it have left before, whoever has it already drops the second.</summary>
    internal bool Requeue(DateTimeOffset at)
    {
        if (Author is not (MessageAuthor.Vendor or MessageAuthor.Assistant) || Status is not (MessageStatus.Failed or MessageStatus.Unknown))
        {
            return false;
        }

        (Status, DueAt, FailureCode, Attempts) = (MessageStatus.Pending, at, null, 0);
        return true;
    }
}
