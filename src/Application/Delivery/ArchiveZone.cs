using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Delivery;

/// <summary>The shop does not deliver there any more; undone by <see cref="RestoreZone"/>.</summary>
public sealed record ArchiveZone(ZoneId Id) : ICommand<Result>, IOwnersOnly;

public sealed record RestoreZone(ZoneId Id) : ICommand<Result>, IOwnersOnly;

internal sealed class ArchiveZoneHandler(IAppDbContext db, TimeProvider clock)
    : ICommandHandler<ArchiveZone, Result>, ICommandHandler<RestoreZone, Result>
{
    public Task<Result> Handle(ArchiveZone command, CancellationToken cancellationToken) =>
        ChangeAsync(command.Id, zone => zone.Archive(clock.GetUtcNow()), cancellationToken);

    public Task<Result> Handle(RestoreZone command, CancellationToken cancellationToken) =>
        ChangeAsync(command.Id, zone => zone.Restore(), cancellationToken);

    private async Task<Result> ChangeAsync(ZoneId id, Action<DeliveryZone> change, CancellationToken ct)
    {
        var zone = await db.DeliveryZones.SingleOrDefaultAsync(z => z.Id == id, ct);
        if (zone is null)
        {
            return Error.NotFound;
        }

        change(zone);
        return Result.Ok;
    }
}
