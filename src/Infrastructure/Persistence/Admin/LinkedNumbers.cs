using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Infrastructure.Persistence.Admin;

/// <summary>What the session pool asks over all shops; it then works in a scope of each.</summary>
internal sealed class LinkedNumbers(IDbContextFactory<AdminDbContext> contexts, WriteGate gate)
{
    /// <summary>Pairings that were interrupted.</summary>
    public Task<List<DueSession>> BeingLinkedAsync(CancellationToken ct) => ListAsync(db => db.Sessions
        .Where(s => s.State == SessionState.Connecting || s.State == SessionState.AwaitingScan)
        .Select(s => new DueSession(s.TenantId, s.Id)), ct);

    /// <summary>Unlinked by the vendor while WhatsApp could not be told.</summary>
    public Task<List<DueSession>> ToUnlinkAsync(CancellationToken ct) => ListAsync(db => db.Sessions
        .Where(s => s.State == SessionState.Idle && db.WhatsAppCredentials.Any(c => c.TenantId == s.TenantId && c.SessionId == s.Id))
        .Select(s => new DueSession(s.TenantId, s.Id)), ct);

    /// <summary>Numbers with messages that were decrypted and are in no conversation yet.</summary>
    public Task<List<DueSession>> WithUnreadJournalAsync(CancellationToken ct) => ListAsync(db => db.WhatsAppJournal
        .Where(r => r.ProcessedAt == null)
        .Select(r => new DueSession(r.TenantId, r.SessionId))
        .Distinct(), ct);

    /// <summary>When each number last showed a sign of life, for all of them in one commit.</summary>
    public async Task NoteEvidenceAsync(IReadOnlyList<(DueSession Session, DateTimeOffset At)> evidence)
    {
        if (evidence.Count == 0)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync();
        using (await gate.EnterAsync(CancellationToken.None))
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var (session, at) in evidence)
            {
                await db.Sessions
                    .Where(s => s.TenantId == session.TenantId && s.Id == session.SessionId)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.LastEvidenceAt, at));
            }

            await transaction.CommitAsync();
        }
    }

    private async Task<List<DueSession>> ListAsync(Func<AdminDbContext, IQueryable<DueSession>> query, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await query(db).ToListAsync(ct);
    }
}
