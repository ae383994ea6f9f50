using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

/// <summary>A connection is about to be started: whoever held the session before may write no more.</summary>
/// <returns>The new owner's number; null when the session is gone.</returns>
public sealed record TakeSession(SessionId Session) : ICommand<long?>;

internal sealed class TakeSessionHandler(IAppDbContext db) : ICommandHandler<TakeSession, long?>
{
    public async Task<long?> Handle(TakeSession command, CancellationToken cancellationToken)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == command.Session, cancellationToken);
        return session?.TakeOwnership();
    }
}
