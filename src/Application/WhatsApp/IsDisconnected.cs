using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

/// <summary>Whether the vendor has unlinked a number here and has not begun to link it again.</summary>
public sealed record IsDisconnected(SessionId Session) : IQuery<bool>;

internal sealed class IsDisconnectedHandler(IAppDbContext db) : IQueryHandler<IsDisconnected, bool>
{
    public Task<bool> Handle(IsDisconnected query, CancellationToken cancellationToken) =>
        db.Sessions.AnyAsync(s => s.Id == query.Session && s.State == SessionState.Idle, cancellationToken);
}
