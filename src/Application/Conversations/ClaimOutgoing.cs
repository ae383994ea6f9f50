using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Conversations;

/// <summary>
/// Takes the next message of a conversation's outbox, in order; null when there is nothing to send now. What may have left
/// already is sent once more with the same id, and not before receipts had time to come in after a reconnect.
/// </summary>
public sealed record ClaimOutgoing(ConversationId Id) : ICommand<ClaimedOutgoing?>;

public sealed record ClaimedOutgoing(MessageId Id, Channel Channel, OutgoingMessage Message);

internal sealed class ClaimOutgoingHandler(IAppDbContext db, SendingGate gate, TimeProvider clock) : ICommandHandler<ClaimOutgoing, ClaimedOutgoing?>
{
    private const int TriesOnceItMayHaveLeft = 2;

    public async Task<ClaimedOutgoing?> Handle(ClaimOutgoing command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var conversation = await db.Conversations.SingleAsync(c => c.Id == command.Id, cancellationToken);
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == conversation.SessionId, cancellationToken);
        var open = await db.Messages
            .Where(m => m.ConversationId == command.Id && m.DueAt != null)
            .OrderBy(m => m.Sequence)
            .ToListAsync(cancellationToken);
        foreach (var message in open)
        {
            if (message.DueAt > now)
            {
                if (message.MayHaveLeft)
                {
                    continue;
                }

                return null;
            }

            if (message.MayHaveLeft && !MaySendAgain(message, session, now))
            {
                continue;
            }

            if (!await gate.AdmitAsync(conversation, session, message, now, cancellationToken))
            {
                if (message.DueAt is not null)
                {
                    return null;
                }

                continue;
            }

            message.Claim(now);
            return new ClaimedOutgoing(
                message.Id,
                conversation.Channel,
                new OutgoingMessage(conversation.SessionId, conversation.ReplyTo, message.ExternalId, new MessageContent(message.Kind, message.Text, message.Latitude, message.Longitude)));
        }

        return null;
    }

    private static bool MaySendAgain(Message message, WhatsAppSession? session, DateTimeOffset now)
    {
        if (message.Attempts >= TriesOnceItMayHaveLeft)
        {
            message.OutcomeUnknown();
            return false;
        }

        if (session is not null && session.Since + Message.SendLease > now)
        {
            message.LookAgainAt(session.Since + Message.SendLease);
            return false;
        }

        return true;
    }
}
