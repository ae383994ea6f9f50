using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations.Media;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Retention;

/// <summary>Removes what the shop in scope needs no more, by the ages of <see cref="RetentionOptions"/>. Idempotent.</summary>
public sealed record PurgeShop : IJobCommand;

internal sealed class PurgeShopHandler(IAppDbContext db, IExpiredRows rows, MessageFiles files, RetentionOptions ages, TimeProvider clock)
    : ICommandHandler<PurgeShop, Result>
{
    /// <summary>Of each kind in one run: the writers behind this one should not wait long. The next run goes on.</summary>
    private const int Limit = 5_000;

    public async Task<Result> Handle(PurgeShop command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await rows.RemoveJournalAsync(now.AddDays(-ages.JournalDays), Limit, cancellationToken);
        await rows.RemoveSentContentsAsync(now.AddDays(-ages.SentContentDays), Limit, cancellationToken);
        await db.Invitations.Where(i => i.SentAt < now - Invitation.ForgottenAfter).Take(Limit).ExecuteDeleteAsync(cancellationToken);
        await RemoveOffersAsync(now.AddDays(-ages.ExpiredOfferDays), cancellationToken);
        await RemoveSimulationsAsync(now.AddDays(-ages.SimulatorDays), cancellationToken);
        return Result.Ok;
    }

    private async Task RemoveOffersAsync(DateTimeOffset before, CancellationToken ct)
    {
        await db.PriceOffers.Where(o => o.ExpiresAt < before && o.UsedBy == null).Take(Limit).ExecuteDeleteAsync(ct);
        await db.DeliveryQuotes.Where(q => q.ExpiresAt < before && !db.Recaps.Any(r => r.QuoteId == q.Id && r.OrderId != null)).Take(Limit).ExecuteDeleteAsync(ct);
        await db.Recaps.Where(r => r.CreatedAt < before && r.OrderId == null).Take(Limit).ExecuteDeleteAsync(ct);
    }

    /// <summary>Contacts of orders stay: an order of a trial is looked at like any other.</summary>
    private async Task RemoveSimulationsAsync(DateTimeOffset before, CancellationToken ct)
    {
        var old = await db.Conversations
            .Where(c => c.Channel == Channel.Simulator && c.LastActivityAt < before && !db.Orders.Any(o => o.ContactId == c.ContactId))
            .OrderBy(c => c.LastActivityAt)
            .Select(c => new { c.Id, c.ContactId })
            .Take(100)
            .ToListAsync(ct);
        var (conversations, contacts) = (old.ConvertAll(o => o.Id), old.ConvertAll(o => o.ContactId));
        await files.RemoveLaterAsync(db.Messages.Where(m => conversations.Contains(m.ConversationId)), ct);
        await db.Messages.Where(m => conversations.Contains(m.ConversationId)).ExecuteDeleteAsync(ct);
        await db.Conversations.Where(c => conversations.Contains(c.Id)).ExecuteDeleteAsync(ct);
        await db.Contacts.Where(c => contacts.Contains(c.Id) && !db.Conversations.Any(other => other.ContactId == c.Id)).ExecuteDeleteAsync(ct);
    }
}
