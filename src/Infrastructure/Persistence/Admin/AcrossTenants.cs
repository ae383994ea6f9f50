using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Infrastructure.Persistence.Admin;

internal sealed class AcrossTenants(IDbContextFactory<AdminDbContext> contexts) : IAcrossTenants
{
    public Task<IReadOnlyList<DueConversation>> NextTurnsAsync(int limit, CancellationToken ct) =>
        ListAsync(db => db.Conversations
            .TagWith(WorkQueries.LookAround)
            .Where(c => (c.TurnDueAt != null || c.ResumeAt != null) && c.Channel != Channel.Simulator)
            .Where(c => !db.InstallationStates.Any(i => i.AssistantsStoppedAt != null))
            .OrderBy(c => c.TurnDueAt ?? c.ResumeAt)
            .Select(c => new DueConversation(c.TenantId, c.Id, (c.TurnDueAt ?? c.ResumeAt)!.Value))
            .Take(limit), ct);

    public Task<IReadOnlyList<DueConversation>> NextOutboxAsync(int limit, CancellationToken ct) =>
        OfConnectedNumbersAsync(db => db.Messages.Where(m => m.DueAt != null).Select(m => new DueMessage { TenantId = m.TenantId, ConversationId = m.ConversationId, At = m.DueAt }), limit, ct);

    public Task<IReadOnlyList<DueConversation>> NextMediaAsync(int limit, CancellationToken ct) =>
        OfConnectedNumbersAsync(db => db.Messages.Where(m => m.MediaDueAt != null).Select(m => new DueMessage { TenantId = m.TenantId, ConversationId = m.ConversationId, At = m.MediaDueAt }), limit, ct);

    private Task<IReadOnlyList<DueConversation>> OfConnectedNumbersAsync(Func<AdminDbContext, IQueryable<DueMessage>> due, int limit, CancellationToken ct) =>
        ListAsync(db =>
            (from message in due(db)
             join conversation in db.Conversations
                 on new { message.TenantId, Id = message.ConversationId } equals new { conversation.TenantId, conversation.Id }
             join session in db.Sessions
                 on new { conversation.TenantId, Id = conversation.SessionId } equals new { session.TenantId, Id = (SessionId?)session.Id }
             where session.State == SessionState.Connected
             group message by new { message.TenantId, message.ConversationId } into rows
             orderby rows.Min(m => m.At)
             select new DueConversation(rows.Key.TenantId, rows.Key.ConversationId, rows.Min(m => m.At)!.Value)).Take(limit), ct);

    public Task<IReadOnlyList<TenantId>> ShopsToAlertAsync(DateTimeOffset now, CancellationToken ct) =>
        ListAsync(db => db.Conversations
            .Where(c => c.AlertDueAt != null && c.AlertDueAt <= now && c.Channel != Channel.Simulator)
            .Select(c => c.TenantId)
            .Distinct(), ct);

    public async Task ReleaseLeasesAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Conversations
            .Where(c => c.TurnDueAt > now && c.TurnAttempts > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.TurnDueAt, now), ct);
        await db.Messages
            .Where(m => m.Status == MessageStatus.Sending && m.DueAt > now && m.HandedOverAt == null && m.RatchetedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, now), ct);
    }

    public Task<IReadOnlyList<DueSession>> SessionsToResumeAsync(CancellationToken ct) =>
        ListAsync(db => db.Sessions
            .Where(s => s.State == SessionState.Linked || s.State == SessionState.Connected || s.State == SessionState.Reconnecting)
            .OrderBy(s => s.Id)
            .Select(s => new DueSession(s.TenantId, s.Id)), ct);

    public Task<IReadOnlyList<DueSession>> SessionsToMendAsync(DateTimeOffset now, CancellationToken ct)
    {
        var (deaf, away) = (now - WhatsAppSession.DeafAfter, now - WhatsAppSession.AwayAfter);
        return ListAsync(db => db.Sessions
            .Where(s =>
                ((s.State == SessionState.Reconnecting || s.State == SessionState.Linked) && s.Since <= away && s.Repair != Repair.Tell)
                || (s.State == SessionState.Connected && s.Since <= deaf && (s.LastEvidenceAt == null || s.LastEvidenceAt <= deaf) && s.Repair != Repair.Tell)
                || (s.State == SessionState.Connected && s.Repair != Repair.None))
            .Select(s => new DueSession(s.TenantId, s.Id)), ct);
    }

    public Task<IReadOnlyList<SessionOverview>> SessionsOfAllShopsAsync(int limit, CancellationToken ct) =>
        ListAsync(db => db.Sessions
            .Join(db.Tenants, s => s.TenantId, t => t.Id, (s, t) => new { s, t })
            .OrderByDescending(x => x.s.Since)
            .Take(limit)
            .Select(x => new SessionOverview(x.t.Name, x.t.Slug, x.s.Id, x.s.State, x.s.Since, x.s.LastEvidenceAt ?? x.s.LastInboundAt, x.s.LastError!.Code, x.s.Repair, x.s.Epoch)), ct);

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

    public async Task<InvitationRow?> FindInvitationAsync(string hash, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Invitations
            .Where(i => i.Hash == hash && i.AcceptedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now)
            .Join(db.Tenants, i => i.TenantId, t => t.Id, (i, t) => new InvitationRow(t.Id, i.Id, t.Name, i.Email))
            .SingleOrDefaultAsync(ct);
    }

    public Task<IReadOnlyList<MembershipRow>> MembershipsOfAsync(UserId user, CancellationToken ct) =>
        ListAsync(db => db.Memberships
            .Where(m => m.UserId == user)
            .Join(db.Tenants, m => m.TenantId, t => t.Id, (m, t) => new { m, t })
            .OrderBy(x => x.t.Name)
            .Select(x => new MembershipRow(x.m.TenantId, x.t.Name, x.m.Role, x.m.StoppedAt != null)), ct);

    private async Task<IReadOnlyList<T>> ListAsync<T>(Func<AdminDbContext, IQueryable<T>> query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await query(db).ToListAsync(ct);
    }

    // By properties: a constructor in the middle of a query has no translation.
    private sealed class DueMessage
    {
        public TenantId TenantId { get; init; }

        public ConversationId ConversationId { get; init; }

        public DateTimeOffset? At { get; init; }
    }
}
