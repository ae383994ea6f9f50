using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Delivery;

/// <summary>One place up or down in the vendor's order: the first zone that contains a pin wins.</summary>
public sealed record MoveZone(ZoneId Id, bool Up) : ICommand<Result>, IOwnersOnly;

internal sealed class MoveZoneHandler(IAppDbContext db) : ICommandHandler<MoveZone, Result>
{
    public async Task<Result> Handle(MoveZone command, CancellationToken cancellationToken)
    {
        var zones = await db.DeliveryZones.Where(z => z.ArchivedAt == null).OrderBy(z => z.Position).ToListAsync(cancellationToken);
        var from = zones.FindIndex(z => z.Id == command.Id);
        if (from < 0)
        {
            return Error.NotFound;
        }

        var to = Math.Clamp(from + (command.Up ? -1 : 1), 0, zones.Count - 1);
        (zones[from], zones[to]) = (zones[to], zones[from]);
        for (var i = 0; i < zones.Count; i++)
        {
            zones[i].MoveTo(i + 1);
        }

        return Result.Ok;
    }
}
