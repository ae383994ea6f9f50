using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Conversations;

/// <summary>The network said how far a message of ours came. Late or repeated receipts change nothing.</summary>
/// <param name="Session">The linked number it left from.</param>
/// <param name="ExternalId">The network's id.</param>
/// <param name="Status">Sent, Delivered, Read, Played or Failed.</param>
/// <param name="Code">Why it failed, e.g. 463.</param>
public sealed record RecordReceipt(SessionId Session, string ExternalId, MessageStatus Status, string? Code) : ICommand<Result>;

internal sealed class RecordReceiptHandler(IAppDbContext db, SendingGate gate, TimeProvider clock) : ICommandHandler<RecordReceipt, Result>
{
    public async Task<Result> Handle(RecordReceipt command, CancellationToken cancellationToken)
    {
        var found = await db.Messages
            .Where(m => m.ExternalId == command.ExternalId && m.Author != MessageAuthor.Customer)
            .Join(db.Conversations.Where(c => c.SessionId == command.Session), m => m.ConversationId, c => c.Id, (m, c) => new { Message = m, Conversation = c })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return Error.NotFound;
        }

        found.Conversation.Record(found.Message, command.Status, command.Code);
        await gate.NoteRefusalAsync(command.Session, command.Code, clock.GetUtcNow(), cancellationToken);
        return Result.Ok;
    }
}
