using System.Text;
using Microsoft.EntityFrameworkCore;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.Persistence.Tables;

namespace WaSaas.Infrastructure.WhatsApp.Keys;

/// <summary>The rows of one commit, staged inside the transaction that the caller has opened.</summary>
internal sealed class KeyStoreWrites(AppDbContext db, CredentialCipher cipher, TenantId tenant, SessionId session, int keyId, DateTimeOffset at)
{
    public async Task ApplyAsync(KeyCommit commit, CancellationToken ct)
    {
        if (commit.Creds is { } creds)
        {
            await SetCredentialsAsync(creds, ct);
        }

        await SetKeysAsync(commit.Set ?? [], ct);
        await AddJournalAsync(commit.Journal ?? [], ct);
        await AddSentAsync(commit.Sent ?? [], ct);
    }

    private async Task SetCredentialsAsync(byte[] creds, CancellationToken ct)
    {
        var row = await db.WhatsAppCredentials.SingleOrDefaultAsync(c => c.SessionId == session, ct);
        if (row is null)
        {
            row = new WhatsAppCredential { TenantId = tenant, SessionId = session };
            db.Add(row);
        }

        row.Value = cipher.Encrypt(keyId, RowKey.Creds(session), creds);
    }

    private async Task SetKeysAsync(IReadOnlyList<KeyWrite> writes, CancellationToken ct)
    {
        foreach (var group in writes.GroupBy(w => w.Type))
        {
            var ids = group.Select(w => w.Id).ToArray();
            var rows = await db.WhatsAppKeys
                .Where(k => k.SessionId == session && k.Type == group.Key && ids.Contains(k.KeyId))
                .ToDictionaryAsync(k => k.KeyId, ct);
            foreach (var write in group)
            {
                SetKey(rows, write);
            }
        }
    }

    private void SetKey(Dictionary<string, WhatsAppKey> rows, KeyWrite write)
    {
        var row = rows.GetValueOrDefault(write.Id);
        if (write.Value is null)
        {
            if (row is not null)
            {
                rows.Remove(write.Id);
                db.Remove(row);
            }

            return;
        }

        if (row is null)
        {
            row = rows[write.Id] = new WhatsAppKey { TenantId = tenant, SessionId = session, Type = write.Type, KeyId = write.Id };
            db.Add(row);
        }

        row.Value = cipher.Encrypt(keyId, RowKey.Key(session, write.Type, write.Id), write.Value);
    }

    private async Task AddJournalAsync(IReadOnlyList<JournalWrite> writes, CancellationToken ct)
    {
        if (writes.Count == 0)
        {
            return;
        }

        var hashes = writes.Select(w => w.Hash).ToArray();
        var known = await db.WhatsAppJournal.Where(r => r.SessionId == session && hashes.Contains(r.Hash)).Select(r => r.Hash).ToListAsync(ct);
        var number = await db.WhatsAppJournal.Where(r => r.SessionId == session).MaxAsync(r => (long?)r.Number, ct) ?? 0;
        foreach (var write in writes.ExceptBy(known, w => w.Hash).DistinctBy(w => w.Hash))
        {
            db.Add(Row(write, ++number));
        }
    }

    private WhatsAppJournalRow Row(JournalWrite write, long number) => new()
    {
        TenantId = tenant,
        SessionId = session,
        Hash = write.Hash,
        Number = number,
        Plaintext = cipher.Encrypt(keyId, RowKey.Plaintext(session, write.Hash), write.Plaintext),
        Message = write.IsForPeople ? cipher.Encrypt(keyId, RowKey.Message(session, write.Hash), Encoding.UTF8.GetBytes(write.Message!.Value.GetRawText())) : null,
        ReceivedAt = at,
        ProcessedAt = write.IsForPeople ? null : at,
    };

    private async Task AddSentAsync(IReadOnlyList<SentWrite> writes, CancellationToken ct)
    {
        foreach (var write in writes)
        {
            var row = await db.WhatsAppSentContents.SingleOrDefaultAsync(c => c.SessionId == session && c.MessageId == write.MessageId, ct);
            if (row is null)
            {
                row = new WhatsAppSentContent { TenantId = tenant, SessionId = session, MessageId = write.MessageId, RatchetedAt = at };
                db.Add(row);
            }

            row.Content = cipher.Encrypt(keyId, RowKey.Sent(session, write.MessageId), write.Content);
            await StampAsync(write.MessageId, ct);
        }
    }

    /// <summary>From here on the message may have left: the outbox must not send it under another id, nor at once again.</summary>
    private Task<int> StampAsync(string messageId, CancellationToken ct) => db.Messages
        .Where(m => m.ExternalId == messageId && m.Author != MessageAuthor.Customer && m.RatchetedAt == null)
        .Where(m => db.Conversations.Any(c => c.Id == m.ConversationId && c.SessionId == session))
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.RatchetedAt, at), ct);
}
