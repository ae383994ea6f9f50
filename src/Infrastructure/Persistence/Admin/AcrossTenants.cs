using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Infrastructure.Persistence.Admin;

internal sealed class AcrossTenants(IDbContextFactory<AdminDbContext> contexts) : IAcrossTenants
{
    public Task<IReadOnlyList<DueConversation>> DueTurnsAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        ListAsync(db => db.Conversations
            .Where(c => c.TurnDueAt != null && c.TurnDueAt <= now)
            .OrderBy(c => c.TurnDueAt)
            .Select(c => new DueConversation(c.TenantId, c.Id))
            .Take(limit), ct);

    public Task<IReadOnlyList<DueConversation>> DueOutboxAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        ListAsync(db => db.Messages
            .Where(m => m.DueAt != null && m.DueAt <= now)
            .GroupBy(m => new { m.TenantId, m.ConversationId })
            .OrderBy(group => group.Min(m => m.DueAt))
            .Select(group => new DueConversation(group.Key.TenantId, group.Key.ConversationId))
            .Take(limit), ct);

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var turn = await db.Conversations.Where(c => c.TurnDueAt != null).OrderBy(c => c.TurnDueAt).Select(c => c.TurnDueAt).FirstOrDefaultAsync(ct);
        var row = await db.Messages.Where(m => m.DueAt != null).OrderBy(m => m.DueAt).Select(m => m.DueAt).FirstOrDefaultAsync(ct);
        return turn is null || row < turn ? row : turn;
    }

    public Task<IReadOnlyList<DueSession>> SessionsToResumeAsync(CancellationToken ct) =>
        ListAsync(db => db.Sessions
            .Where(s => s.State == SessionState.Linked || s.State == SessionState.Connected || s.State == SessionState.Reconnecting)
            .OrderBy(s => s.Id)
            .Select(s => new DueSession(s.TenantId, s.Id)), ct);

    public async Task<TenantId?> TenantOfApiKeyAsync(string hash, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.ApiKeys.Where(k => k.Hash == hash && k.RevokedAt == null).Select(k => (TenantId?)k.TenantId).SingleOrDefaultAsync(ct);
    }

    public Task<IReadOnlyList<ShopRow>> ShopsAsync(CancellationToken ct) =>
        ListAsync(db => db.Tenants.OrderBy(t => t.Slug).Select(t => new ShopRow(t.Id, t.Slug, t.Name)), ct);

    public async Task<ShopRow?> FindShopAsync(string idOrSlug, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var id = Guid.TryParse(idOrSlug, out var value) ? new TenantId(value) : default;
        return await db.Tenants.Where(t => t.Slug == idOrSlug || t.Id == id).Select(t => new ShopRow(t.Id, t.Slug, t.Name)).SingleOrDefaultAsync(ct);
    }

    public Task<IReadOnlyList<MembershipRow>> MembershipsOfAsync(UserId user, CancellationToken ct) =>
        ListAsync(db => db.Memberships
            .Where(m => m.UserId == user)
            .Join(db.Tenants, m => m.TenantId, t => t.Id, (m, t) => new { m, t })
            .OrderBy(x => x.t.Name)
            .Select(x => new MembershipRow(x.m.TenantId, x.t.Name, x.m.Role)), ct);

    private async Task<IReadOnlyList<T>> ListAsync<T>(Func<AdminDbContext, IQueryable<T>> query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await query(db).ToListAsync(ct);
    }
}
