using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

/// <summary>WhatsApp told that it limits to whom a number may write, or that it does so no longer.</summary>
/// <param name="Session">Whose number.</param>
/// <param name="Epoch">The owner that reports.</param>
/// <param name="Active">Whether the limit stands.</param>
/// <param name="Until">Until when, if WhatsApp says so.</param>
public sealed record NoteLimits(SessionId Session, long Epoch, bool Active, DateTimeOffset? Until) : ICommand<SessionState?>;

internal sealed class NoteLimitsHandler(IAppDbContext db, SendingGate gate, SendingOptions options, TimeProvider clock) : ICommandHandler<NoteLimits, SessionState?>
{
    public async Task<SessionState?> Handle(NoteLimits command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == command.Session && s.Epoch == command.Epoch, cancellationToken);
        if (session is not null && command.Active)
        {
            session.HoldSending(command.Until ?? now + options.Pause, now);
        }
        else if (session is not null)
        {
            await gate.ReleaseAsync(session, now, cancellationToken);
        }

        return session?.State;
    }
}
