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
        var writes = new KeyStoreWrites(db, cipher, tenant.Id, session, await cipher.PrepareAsync(ct), clock.GetUtcNow());
        await OwnedAsync(session, epoch, () => writes.ApplyAsync(commit, ct), ct);
    }

    /// <summary>
    /// Forgets the device. Messages that nobody has read into a conversation yet stay: they were acknowledged.
    /// </summary>
    public Task ResetAsync(SessionId session, long epoch, CancellationToken ct) => OwnedAsync(session, epoch, async () =>
    {
        await db.WhatsAppCredentials.Where(c => c.SessionId == session).ExecuteDeleteAsync(ct);
        await db.WhatsAppKeys.Where(k => k.SessionId == session).ExecuteDeleteAsync(ct);
        await db.WhatsAppSentContents.Where(c => c.SessionId == session).ExecuteDeleteAsync(ct);
        await db.WhatsAppJournal.Where(r => r.SessionId == session && r.ProcessedAt != null).ExecuteDeleteAsync(ct);
    }, ct);

    private Task OwnedAsync(SessionId session, long epoch, Func<Task> write, CancellationToken ct) => transaction.RunAsync(
        async token =>
        {
            // An update, not a question: it holds the row, so that no newer owner comes between this and the commit.
            if (await db.Sessions.Where(s => s.Id == session && s.Epoch == epoch).ExecuteUpdateAsync(set => set.SetProperty(s => s.Epoch, s => s.Epoch), token) == 0)
            {
                throw GatewayRefusal.StaleOwner();
            }

            await write();
            return true;
        },
        ct);
}
