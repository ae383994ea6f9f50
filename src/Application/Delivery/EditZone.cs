using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Delivery;

/// <param name="Id">Which zone.</param>
/// <param name="Version">The version that the editor saw: a newer one refuses the change.</param>
/// <param name="Details">The zone as a whole.</param>
public sealed record EditZone(ZoneId Id, int Version, ZoneDetails Details) : ICommand<Result>, IOwnersOnly;

internal sealed class EditZoneHandler(IAppDbContext db) : ICommandHandler<EditZone, Result>
{
    public async Task<Result> Handle(EditZone command, CancellationToken cancellationToken)
    {
        var zone = await db.DeliveryZones.SingleOrDefaultAsync(z => z.Id == command.Id, cancellationToken);
        if (zone is null)
        {
            return Error.NotFound;
        }

        return zone.Version == command.Version ? zone.Change(command.Details) : Error.EditedElsewhere;
    }
}
