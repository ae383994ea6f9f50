using MediatR;
using Microsoft.EntityFrameworkCore;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.WhatsApp.Keys;

namespace WaSaas.Infrastructure.WhatsApp.Journal;

/// <summary>A row that was decrypted and is in no conversation yet; the message is still encrypted.</summary>
internal sealed record JournalEntry(string Hash, long Number, byte[] Message);

/// <summary>The journal of the shop in scope.</summary>
internal sealed class SessionJournal(AppDbContext db, CredentialCipher cipher, MediaSeal seal, IMediator mediator, WriteGate gate, TimeProvider clock)
{
    public Task<List<JournalEntry>> UnreadAsync(SessionId session, long[] without, int limit) => db.WhatsAppJournal
        .Where(r => r.SessionId == session && r.ProcessedAt == null && !without.Contains(r.Number))
        .OrderBy(r => r.Number)
        .Select(r => new JournalEntry(r.Hash, r.Number, r.Message!))
        .Take(limit)
        .ToListAsync();

    /// <returns>Whether it was something for a conversation.</returns>
    public async Task<bool> ReadAsync(SessionId session, JournalEntry row)
    {
        var message = JournalMessage.Parse(await cipher.DecryptAsync(RowKey.Message(session, row.Hash), row.Message, CancellationToken.None));
        var command = message.ToCommand(session, await OwnAddressesAsync(session));
        if (command is not null)
        {
            await mediator.Send(command with { Content = await seal.CloseAsync(session, command.ExternalId, command.Content, CancellationToken.None) });
        }

        return command is not null;
    }

    /// <summary>
    /// A commit of its own, for all rows that were read together: dying before it means that they are read again, and
    /// ReceiveMessage keeps one message of each.
    /// </summary>
    public async Task<int> MarkReadAsync(SessionId session, IReadOnlyList<long> numbers)
    {
        using (await gate.EnterAsync(CancellationToken.None))
        {
            return await db.WhatsAppJournal
                .Where(r => r.SessionId == session && numbers.Contains(r.Number))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.ProcessedAt, clock.GetUtcNow()));
        }
    }

    private async Task<IReadOnlyList<Address>> OwnAddressesAsync(SessionId session)
    {
        var me = await db.Sessions.Where(s => s.Id == session).Select(s => new { s.Jid, s.Lid }).SingleAsync();
        return WhatsAppAddress.ParseAll(me.Jid, me.Lid);
    }
}
