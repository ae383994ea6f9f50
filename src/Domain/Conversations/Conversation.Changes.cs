using WaSaas.Domain.Delivery;

namespace WaSaas.Domain.Conversations;

/// <summary>What is said about something that was said before. Nobody is owed an answer for that (ADR 0033).</summary>
public sealed partial class Conversation
{
    /// <summary>Whose words <see cref="LastPreview"/> are.</summary>
    public long PreviewSequence { get; private set; }

    /// <summary>Kind of the message that <see cref="LastPreview"/> speaks of; <see cref="MessageKind.Delete"/> once it was taken back.</summary>
    public MessageKind LastKind { get; private set; } = MessageKind.Text;

    /// <summary>A reaction, an edit or a deletion. It neither moves the conversation up nor asks for an answer.</summary>
    public Message ReceiveChange(string externalId, MessageContent change, bool byShop, DateTimeOffset writtenAt, DateTimeOffset now)
    {
        var row = byShop
            ? Message.FromPhone(this, Next(), externalId, change, writtenAt)
            : Message.Incoming(this, Next(), externalId, change, writtenAt, now);
        Raise(byShop ? new MessageStored(TenantId, Id, row.Id) : new MessageReceived(TenantId, Id, row.Id));
        return row;
    }

    /// <summary>Applies a change to the message that it names; each side changes its own messages only.</summary>
    /// <param name="change">The row of the change.</param>
    /// <param name="target">A message of this conversation.</param>
    /// <param name="now">Now.</param>
    /// <param name="debounce">An answer that is owed waits anew: what it answers is another thing now.</param>
    /// <returns>The name of a file that is not needed any more.</returns>
    public string? Apply(Message change, Message target, DateTimeOffset now, Debounce debounce)
    {
        var byShop = !change.IsIncoming;
        if (change.Kind == MessageKind.Reaction)
        {
            target.React(byShop, change.Text);
            return null;
        }

        if (target.IsIncoming == byShop || target.IsDeleted)
        {
            return null;
        }

        string? file = null;
        if (change.Kind == MessageKind.Delete)
        {
            file = target.TakeBack(now);
        }
        else if (!string.IsNullOrWhiteSpace(change.Text))
        {
            target.Edit(change.Text, now);
        }

        PreviewAgain(target);
        PlanAgain(target, now, debounce);
        return file;
    }

    /// <summary>A live location moved on; its first point is the one that counts.</summary>
    public void Move(Message target, GeoPoint to)
    {
        target.Move(to);
        Raise(new MediaSettled(TenantId, Id, target.Id));
    }

    private void PlanAgain(Message target, DateTimeOffset now, Debounce debounce)
    {
        if (TurnDueAt is null || !target.IsIncoming || target.Sequence <= AnsweredSequence)
        {
            return;
        }

        // A plan that is being made answers words that do not stand any more.
        (TurnId, TurnAttempts) = (null, 0);
        TurnFirstDueAt ??= now;
        TurnDueAt = debounce.DueAt(now, TurnFirstDueAt.Value);
    }

    private void PreviewAgain(Message message)
    {
        if (message.Sequence == PreviewSequence)
        {
            (LastPreview, LastKind) = (message.Headline, message.IsDeleted ? MessageKind.Delete : message.Kind);
        }
    }
}
