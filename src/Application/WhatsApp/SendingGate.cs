using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

/// <summary>Decides whether the next message of a chat may leave now. What may not stays in the outbox.</summary>
public sealed class SendingGate(IAppDbContext db, SendingOptions options)
{
    public const string ReplyOnly = "reply_only";

    // 463: no right to write to this person; 429: too much at once.
    private static readonly string[] Signs = ["463", "429"];

    /// <returns>Whether it may leave; otherwise the message has been refused or postponed.</returns>
    public async Task<bool> AdmitAsync(Conversation conversation, WhatsAppSession? session, Message message, DateTimeOffset now, CancellationToken ct)
    {
        if (session is null)
        {
            return true;
        }

        if (conversation.LastIncomingSequence == 0)
        {
            conversation.Record(message, MessageStatus.Failed, ReplyOnly);
            return false;
        }

        if (session.HoldOf(options.Limits, now) is { } hold)
        {
            conversation.Hold(message, hold);
            return false;
        }

        if (options.PerChat > TimeSpan.Zero && await LastSentAsync(conversation.Id, ct) is { } last && last + options.PerChat > now)
        {
            message.LookAgainAt(last + options.PerChat);
            return false;
        }

        session.CountSent(now);
        return true;
    }

    /// <summary>WhatsApp refused a message: some refusals are signs of a restriction.</summary>
    public async Task NoteRefusalAsync(SessionId id, string? code, DateTimeOffset now, CancellationToken ct)
    {
        if (Signs.Contains(code))
        {
            var session = await db.Sessions.SingleAsync(s => s.Id == id, ct);
            session.HoldSending(now + options.Pause, now);
        }
    }

    /// <summary>What waited may leave now.</summary>
    public async Task ReleaseAsync(WhatsAppSession session, DateTimeOffset now, CancellationToken ct)
    {
        if (session.ReleaseSending(now))
        {
            var held = await db.Messages
                .Where(m => m.Status == MessageStatus.Pending && m.FailureCode == SendingHold.Paused && m.DueAt > now)
                .Where(m => db.Conversations.Any(c => c.Id == m.ConversationId && c.SessionId == session.Id))
                .ToListAsync(ct);
            held.ForEach(message => message.LookAgainAt(now));
        }
    }

    private Task<DateTimeOffset?> LastSentAsync(ConversationId conversation, CancellationToken ct) =>
        db.Messages.Where(m => m.ConversationId == conversation).MaxAsync(m => m.HandedOverAt, ct);
}
