using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Delivery;

/// <summary>A new delivery zone, last in the vendor's order; a missing code is made from the name.</summary>
public sealed record AddZone(ZoneDetails Details, string? Code = null) : ICommand<Result<ZoneId>>, IOwnersOnly;

internal sealed class AddZoneHandler(IAppDbContext db, ITenantScope tenant) : ICommandHandler<AddZone, Result<ZoneId>>
{
    public async Task<Result<ZoneId>> Handle(AddZone command, CancellationToken cancellationToken)
    {
        var codes = await db.DeliveryZones.Select(z => z.Code).ToListAsync(cancellationToken);
        if (command.Code is { } given && codes.Contains(given))
        {
            return ZoneErrors.CodeTaken;
        }

        var last = await db.DeliveryZones.MaxAsync(z => (int?)z.Position, cancellationToken) ?? 0;
        var zone = DeliveryZone.Add(tenant.Id, command.Code ?? ZoneCodes.Free(command.Details.Name, codes), last + 1, command.Details);
        if (zone.Error is { } error)
        {
            return error;
        }

        db.DeliveryZones.Add(zone.Value!);
        return zone.Value!.Id;
    }
}

internal static class ZoneCodes
{
    /// <summary>A code out of the name that no zone of the shop has.</summary>
    public static string Free(string name, IReadOnlyCollection<string> taken)
    {
        var slug = TextFold.Slug(name);
        slug = slug.Length == 0 ? "zone" : slug[..Math.Min(slug.Length, DeliveryZone.MaxCodeLength - 4)].Trim('-');
        return Enumerable.Range(1, taken.Count + 1).Select(n => n == 1 ? slug : $"{slug}-{n}").First(code => !taken.Contains(code));
    }
}
