using System.Text;
using Microsoft.EntityFrameworkCore;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.WhatsApp.Keys;

/// <summary>The rows of one commit, encrypted, inside the transaction that the caller has opened.</summary>
internal sealed class KeyStoreWrites(AppDbContext db, KeyRows rows, CredentialCipher cipher, SessionId session, int keyId, DateTimeOffset at)
{
    public async Task ApplyAsync(KeyCommit commit, CancellationToken ct)
    {
        if (commit.Creds is { } creds)
        {
            await rows.SetCredentialsAsync(cipher.Encrypt(keyId, RowKey.Creds(session), creds), ct);
        }

        foreach (var write in commit.Set ?? [])
        {
            await SetKeyAsync(write, ct);
        }

        foreach (var write in commit.Journal ?? [])
        {
            await AddJournalAsync(write, ct);
        }

        foreach (var write in commit.Sent ?? [])
        {
            await rows.SetSentAsync(write.MessageId, cipher.Encrypt(keyId, RowKey.Sent(session, write.MessageId), write.Content), at, ct);
            await StampAsync(write.MessageId, ct);
        }
    }

    private Task SetKeyAsync(KeyWrite write, CancellationToken ct) => write.Value is { } value
        ? rows.SetKeyAsync(write.Type, write.Id, cipher.Encrypt(keyId, RowKey.Key(session, write.Type, write.Id), value), ct)
        : rows.DeleteKeyAsync(write.Type, write.Id, ct);

    private Task AddJournalAsync(JournalWrite write, CancellationToken ct)
    {
        var plaintext = cipher.Encrypt(keyId, RowKey.Plaintext(session, write.Hash), write.Plaintext);
        var message = write.IsForPeople ? cipher.Encrypt(keyId, RowKey.Message(session, write.Hash), Encoding.UTF8.GetBytes(write.Message!.Value.GetRawText())) : null;
        return rows.AddJournalAsync(write.Hash, plaintext, message, at, ct);
    }

    /// <summary>From here on the message may have left: the outbox must not send it under another id, nor at once again.</summary>
    private Task<int> StampAsync(string messageId, CancellationToken ct) => db.Messages
        .Where(m => m.ExternalId == messageId && m.Author != MessageAuthor.Customer && m.RatchetedAt == null)
        .Where(m => db.Conversations.Any(c => c.Id == m.ConversationId && c.SessionId == session))
        .ExecuteUpdateAsync(set => set.SetProperty(m => m.RatchetedAt, at), ct);
}
