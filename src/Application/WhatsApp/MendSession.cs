using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

/// <summary>The running side asks what is due for a number that may be broken; whatever the answer, it counts as done.</summary>
public sealed record MendSession(SessionId Session) : ICommand<Repair>;

internal sealed class MendSessionHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<MendSession, Repair>
{
    public async Task<Repair> Handle(MendSession command, CancellationToken cancellationToken)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == command.Session, cancellationToken);

        return session?.Mend(clock.GetUtcNow()) ?? Repair.None;
    }
}
