using MediatR;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.WhatsApp.Keys;

namespace WaSaas.Infrastructure.WhatsApp.Journal;

/// <summary>A row that was decrypted and is in no conversation yet; the message is still encrypted.</summary>
internal sealed record JournalEntry(string Hash, long Number, byte[] Message);

/// <summary>The journal of the shop in scope.</summary>
internal sealed class SessionJournal(
    AppDbContext db, CredentialCipher cipher, MediaSeal seal, IRequestHandler<ReceiveMessage, Received> receive, IUnitOfWork unitOfWork, TimeProvider clock)
{
    public Task<List<JournalEntry>> UnreadAsync(SessionId session, long[] without, int limit) => db.WhatsAppJournal
        .Where(r => r.SessionId == session && r.ProcessedAt == null && !without.Contains(r.Number))
        .OrderBy(r => r.Number)
        .Select(r => new JournalEntry(r.Hash, r.Number, r.Message!))
        .Take(limit)
        .ToListAsync();

    /// <summary>
    /// All of them or none. The messages and the marks of their rows are one commit; after a power cut that takes it back
    /// the rows are unread again, and ReceiveMessage keeps one message of each in any case.
    /// </summary>
    public async Task ReadAsync(SessionId session, IReadOnlyList<JournalEntry> rows)
    {
        var messages = new List<JournalMessage>(rows.Count);
        foreach (var row in rows)
        {
            messages.Add(JournalMessage.Parse(await cipher.DecryptAsync(RowKey.Message(session, row.Hash), row.Message, CancellationToken.None)));
        }

        var key = await cipher.PrepareAsync(CancellationToken.None);
        await unitOfWork.RunResumableAsync(
            async ct =>
            {
                var own = await OwnAddressesAsync(session, ct);
                foreach (var command in messages.Select(m => m.ToCommand(session, own)).OfType<ReceiveMessage>())
                {
                    await receive.Handle(command with { Content = seal.Close(key, session, command.ExternalId, command.Content) }, ct);

                    // The next one may be of the same customer, and is to find her.
                    await db.SaveChangesAsync(ct);
                }

                return await MarkReadAsync(session, rows, ct);
            },
            _ => true,
            CancellationToken.None);
    }

    private Task<int> MarkReadAsync(SessionId session, IReadOnlyList<JournalEntry> rows, CancellationToken ct)
    {
        var numbers = rows.Select(r => r.Number).ToArray();
        return db.WhatsAppJournal
            .Where(r => r.SessionId == session && numbers.Contains(r.Number))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.ProcessedAt, clock.GetUtcNow()), ct);
    }

    private async Task<IReadOnlyList<Address>> OwnAddressesAsync(SessionId session, CancellationToken ct)
    {
        var me = await db.Sessions.Where(s => s.Id == session).Select(s => new { s.Jid, s.Lid }).SingleAsync(ct);
        return WhatsAppAddress.ParseAll(me.Jid, me.Lid);
    }
}
