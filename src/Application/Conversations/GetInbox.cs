using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Conversations;

public enum InboxFilter
{
    All = 0,

    /// <summary>The assistant asked for a person, or a person has taken over and the customer wrote last.</summary>
    NeedsYou = 1,
    Unseen = 2,
}

/// <summary>The newest conversations of the shop; test conversations of the simulator are not among them.</summary>
public sealed record GetInbox(InboxFilter Filter = InboxFilter.All, string? Search = null, int Take = 50) : IQuery<Inbox>;

public sealed record Inbox(IReadOnlyList<InboxRow> Rows, int NeedsYou, int Unseen);

public sealed record InboxRow(
    ConversationId Id,
    string? ContactName,
    string? PhoneNumber,
    string? Preview,
    MessageKind Kind,
    MessageAuthor LastAuthor,
    Responder Responder,
    string? HandOffReason,
    bool IsUnseen,
    DateTimeOffset LastActivityAt)
{
    /// <summary>A picture of a payment waits for the vendor's look at her account.</summary>
    public bool HasReceiptToCheck { get; init; }
}

internal sealed class GetInboxHandler(IAppDbContext db) : IQueryHandler<GetInbox, Inbox>
{
    public async Task<Inbox> Handle(GetInbox query, CancellationToken cancellationToken)
    {
        var all = db.Conversations.Where(c => c.Channel != Channel.Simulator);
        var waiting = all.Where(WaitingCustomers.ForPerson);
        var unseen = all.Where(c => c.LastIncomingSequence > c.SeenSequence);
        var chosen = query.Filter switch
        {
            InboxFilter.NeedsYou => waiting,
            InboxFilter.Unseen => unseen,
            _ => all,
        };
        var rows = await Search(chosen.Join(db.Contacts, c => c.ContactId, p => p.Id, (c, p) => new Pair { Conversation = c, Contact = p }), query.Search)
            .OrderByDescending(x => x.Conversation.LastActivityAt)
            .Take(query.Take)
            .Select(x => new InboxRow(
                x.Conversation.Id,
                x.Contact.Name,
                x.Contact.PhoneNumber,
                x.Conversation.LastPreview,
                x.Conversation.LastKind,
                x.Conversation.LastAuthor,
                x.Conversation.Responder,
                x.Conversation.HandOffReason,
                x.Conversation.LastIncomingSequence > x.Conversation.SeenSequence,
                x.Conversation.LastActivityAt))
            .ToListAsync(cancellationToken);
        return new Inbox(await WithReceiptsAsync(rows, cancellationToken), await waiting.CountAsync(cancellationToken), await unseen.CountAsync(cancellationToken));
    }

    private async Task<List<InboxRow>> WithReceiptsAsync(List<InboxRow> rows, CancellationToken ct)
    {
        var shown = rows.ConvertAll(row => row.Id);
        var orders = await db.Orders.AsNoTracking()
            .Where(o => shown.Contains(o.ConversationId) && !o.IsTest && o.Status != OrderStatus.Draft && o.Status != OrderStatus.Cancelled)
            .Select(o => new { o.ConversationId, o.Payment })
            .ToListAsync(ct);
        var toCheck = orders.Where(o => o.Payment.State == PaymentState.ReceiptToCheck).Select(o => o.ConversationId).ToHashSet();
        return rows.ConvertAll(row => row with { HasReceiptToCheck = toCheck.Contains(row.Id) });
    }

    private static IQueryable<Pair> Search(IQueryable<Pair> pairs, string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return pairs;
        }

        var pattern = $"%{search.Trim()}%";
        return pairs.Where(x => EF.Functions.Like(x.Contact.Name!, pattern) || EF.Functions.Like(x.Contact.PhoneNumber!, pattern));
    }

    private sealed class Pair
    {
        public required Conversation Conversation { get; init; }

        public required Contact Contact { get; init; }
    }
}
