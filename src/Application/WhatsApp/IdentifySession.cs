using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

/// <summary>The network said who a number is: right after pairing, and again at every login.</summary>
public sealed record IdentifySession(SessionId Session, long Epoch, SessionIdentity Me) : ICommand<SessionState?>;

internal sealed class IdentifySessionHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<IdentifySession, SessionState?>
{
    public async Task<SessionState?> Handle(IdentifySession command, CancellationToken cancellationToken)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == command.Session && s.Epoch == command.Epoch, cancellationToken);
        // Unlinked in the meantime: it is nobody any more.
        if (session is { State: not SessionState.Idle })
        {
            session.Paired(command.Me, clock.GetUtcNow());
        }

        return session?.State;
    }
}
