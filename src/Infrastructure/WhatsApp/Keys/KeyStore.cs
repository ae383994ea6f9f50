using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.Persistence.Tables;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp.Keys;

/// <summary>
/// Credentials, Signal keys and journal of linked devices, encrypted, for the shop in scope. Every write is one transaction
/// that first asks whether the writer still owns the session.
/// </summary>
internal sealed class KeyStore(AppDbContext db, WriteTransaction transaction, CredentialCipher cipher, ITenantScope tenant, TimeProvider clock)
{
    public Task<bool> HasCredentialsAsync(SessionId session, CancellationToken ct) => db.WhatsAppCredentials.AnyAsync(c => c.SessionId == session, ct);

    public async Task<byte[]?> CredentialsAsync(SessionId session, CancellationToken ct)
    {
        var row = await db.WhatsAppCredentials.AsNoTracking().SingleOrDefaultAsync(c => c.SessionId == session, ct);
        return row is null ? null : await cipher.DecryptAsync(RowKey.Creds(session), row.Value, ct);
    }

    public async Task<Dictionary<string, byte[]>> KeysAsync(SessionId session, string type, IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var rows = await db.WhatsAppKeys.AsNoTracking().Where(k => k.SessionId == session && k.Type == type && ids.Contains(k.KeyId)).ToListAsync(ct);
        var values = new Dictionary<string, byte[]>(rows.Count);
        foreach (var row in rows)
        {
            values[row.KeyId] = await cipher.DecryptAsync(RowKey.Key(session, type, row.KeyId), row.Value, ct);
        }

        return values;
    }

    /// <summary>The plaintext of a ciphertext that came before.</summary>
    public async Task<byte[]?> PlaintextAsync(SessionId session, string hash, CancellationToken ct)
    {
        var row = await db.WhatsAppJournal.AsNoTracking().SingleOrDefaultAsync(r => r.SessionId == session && r.Hash == hash, ct);
        return row is null ? null : await cipher.DecryptAsync(RowKey.Plaintext(session, hash), row.Plaintext, ct);
    }

    /// <summary>What we sent under that id.</summary>
    public async Task<byte[]?> SentAsync(SessionId session, string messageId, CancellationToken ct)
    {
        var row = await db.WhatsAppSentContents.AsNoTracking().SingleOrDefaultAsync(c => c.SessionId == session && c.MessageId == messageId, ct);
        return row is null ? null : await cipher.DecryptAsync(RowKey.Sent(session, messageId), row.Content, ct);
    }

    /// <exception cref="GatewayRefusal">stale_owner: a newer owner holds the session, nothing was written.</exception>
    public async Task CommitAsync(SessionId session, long epoch, KeyCommit commit, CancellationToken ct)
    {
        var rows = new KeyRows(db, tenant.Id, session);
        var writes = new KeyStoreWrites(db, rows, cipher, session, await cipher.PrepareAsync(ct), clock.GetUtcNow());
        await OwnedAsync(rows, epoch, () => writes.ApplyAsync(commit, ct), ct);
    }

    /// <summary>
    /// Forgets the device. Messages that nobody has read into a conversation yet stay: they were acknowledged.
    /// </summary>
    public Task ResetAsync(SessionId session, long epoch, CancellationToken ct) => OwnedAsync(new KeyRows(db, tenant.Id, session), epoch, async () =>
    {
        await db.WhatsAppCredentials.Where(c => c.SessionId == session).ExecuteDeleteAsync(ct);
        await db.WhatsAppKeys.Where(k => k.SessionId == session).ExecuteDeleteAsync(ct);
        await db.WhatsAppSentContents.Where(c => c.SessionId == session).ExecuteDeleteAsync(ct);
        await db.WhatsAppJournal.Where(r => r.SessionId == session && r.ProcessedAt != null).ExecuteDeleteAsync(ct);
    }, ct);

    private Task OwnedAsync(KeyRows rows, long epoch, Func<Task> write, CancellationToken ct) => transaction.RunAsync(
        async token =>
        {
            if (!await rows.HoldAsync(epoch, token))
            {
                throw GatewayRefusal.StaleOwner();
            }

            await write();
            return true;
        },
        WriteKind.Urgent,
        ct);
}
