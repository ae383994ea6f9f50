using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;

namespace WaSaas.Application.Tenants.Team;

/// <summary>Whether who is signed in still has a place in the shop in scope; for streams, which outlive the request that was asked.</summary>
public sealed record BelongsHere : IQuery<bool>;

internal sealed class BelongsHereHandler(IAppDbContext db, ICurrentUser user) : IQueryHandler<BelongsHere, bool>
{
    public async Task<bool> Handle(BelongsHere query, CancellationToken cancellationToken) =>
        user.Id is not { } id || await db.Memberships.AnyAsync(m => m.UserId == id && m.StoppedAt == null, cancellationToken);
}
