using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Delivery.Places;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Delivery;

/// <summary>
/// The vendor saw on an order that a place lies in another zone than was thought: from the next question on, it is one of that
/// zone's names. What this customer was told stands, so the order stays as it is.
/// </summary>
/// <param name="OrderId">Where she saw it.</param>
/// <param name="Place">The place as customers write it.</param>
/// <param name="ZoneId">Where it lies.</param>
public sealed record CorrectPlace(OrderId OrderId, string Place, ZoneId ZoneId) : ICommand<Result>;

internal sealed class CorrectPlaceHandler(IAppDbContext db) : ICommandHandler<CorrectPlace, Result>
{
    public async Task<Result> Handle(CorrectPlace command, CancellationToken cancellationToken)
    {
        var zones = await db.DeliveryZones.Where(z => z.ArchivedAt == null).ToListAsync(cancellationToken);
        var isAnOrder = await db.Orders.AnyAsync(o => o.Id == command.OrderId, cancellationToken);
        return isAnOrder && zones.Find(z => z.Id == command.ZoneId) is { } zone
            ? PlaceCorrection.Learn(command.Place, zone, zones)
            : Error.NotFound;
    }
}
