using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations.Media;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>Removes a simulated conversation with its contact, its messages, their files and all that was agreed in it. Idempotent.</summary>
public sealed record ForgetSimulation(string Conversation) : ICommand<Result>;

internal sealed class ForgetSimulationHandler(IAppDbContext db, MessageFiles files) : ICommandHandler<ForgetSimulation, Result>
{
    public async Task<Result> Handle(ForgetSimulation command, CancellationToken cancellationToken)
    {
        var address = await db.ContactAddresses.SingleOrDefaultAsync(
            a => a.Kind == AddressKind.Simulator && a.Value == command.Conversation, cancellationToken);
        if (address is null)
        {
            return Result.Ok;
        }

        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.ContactId == address.ContactId, cancellationToken);
        if (conversation is not null)
        {
            await ForgetTradeAsync(conversation, cancellationToken);
            db.TurnRecords.RemoveRange(await db.TurnRecords.Where(t => t.ConversationId == conversation.Id).ToListAsync(cancellationToken));
            await files.RemoveLaterAsync(db.Messages.Where(m => m.ConversationId == conversation.Id), cancellationToken);
            db.Messages.RemoveRange(await db.Messages.Where(m => m.ConversationId == conversation.Id).ToListAsync(cancellationToken));
            db.Conversations.Remove(conversation);
        }

        db.Contacts.Remove(await db.Contacts.SingleAsync(c => c.Id == address.ContactId, cancellationToken));
        return Result.Ok;
    }

    private async Task ForgetTradeAsync(Conversation conversation, CancellationToken ct)
    {
        var contact = conversation.ContactId;
        db.Orders.RemoveRange(await db.Orders.Where(o => o.ContactId == contact && o.IsTest).ToListAsync(ct));
        db.Recaps.RemoveRange(await db.Recaps.Where(r => r.ContactId == contact).ToListAsync(ct));
        db.Carts.RemoveRange(await db.Carts.Where(c => c.ContactId == contact).ToListAsync(ct));
        db.DeliveryQuotes.RemoveRange(await db.DeliveryQuotes.Where(q => q.ContactId == contact).ToListAsync(ct));
        db.PriceOffers.RemoveRange(await db.PriceOffers.Where(o => o.ContactId == contact).ToListAsync(ct));
        db.Negotiations.RemoveRange(await db.Negotiations.Where(n => n.ContactId == contact).ToListAsync(ct));
        db.ConversationMemories.RemoveRange(await db.ConversationMemories.Where(m => m.ConversationId == conversation.Id).ToListAsync(ct));
    }
}
