using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Tenants.ShopFiles;

/// <summary>
/// Zones of the file replace those with the same code and come first, in the file's order; the others stay after them.
/// </summary>
internal sealed class DeliveryImport(IAppDbContext db, ITenantScope tenant)
{
    /// <exception cref="ShopFileException">A zone or a rule contradicts itself.</exception>
    public async Task RunAsync(DeliveryLines lines, CancellationToken ct)
    {
        var present = await db.DeliveryZones.OrderBy(z => z.Position).ToListAsync(ct);
        var named = lines.Zones.Select(line => Store(line, present.Find(z => z.Code == line.Code))).ToList();
        var all = named.Concat(present.Except(named)).ToList();
        for (var place = 0; named.Count > 0 && place < all.Count; place++)
        {
            all[place].MoveTo(place + 1);
        }

        if (lines.Terms is { } change)
        {
            await ChangeTermsAsync(change, [.. all.Select(z => z.Code)], ct);
        }
    }

    private DeliveryZone Store(ZoneLine line, DeliveryZone? known)
    {
        var details = line.Details(known?.Details());
        if (known is null)
        {
            var added = DeliveryZone.Add(tenant.Id, line.Code, 0, details);
            Expect(added.Error, line);
            db.DeliveryZones.Add(added.Value!);
            return added.Value!;
        }

        Expect(known.Change(details).Error, line);
        if (known.ArchivedAt is not null)
        {
            known.Restore();
        }

        return known;
    }

    private async Task ChangeTermsAsync(Func<DeliveryTerms, DeliveryTerms> change, string[] codes, CancellationToken ct)
    {
        var rules = await db.DeliveryRules.SingleOrDefaultAsync(ct);
        if (rules is null)
        {
            rules = new DeliveryRules(tenant.Id);
            db.DeliveryRules.Add(rules);
        }

        if (rules.Change(change(rules.Terms), codes).Error is { } wrong)
        {
            throw new ShopFileException($"delivery.{TermOf(wrong)}", wrong.Message);
        }
    }

    private static void Expect(Error? wrong, ZoneLine line)
    {
        if (wrong is not null)
        {
            throw new ShopFileException($"{line.Path}.{FieldOf(wrong)}", wrong.Message);
        }
    }

    private static string FieldOf(Error error) => error.Code switch
    {
        "zone_code_form" => "code",
        "zone_name_length" => "name",
        "zone_eta_length" => "eta",
        "zone_polygon" => "polygon",
        "zone_circle" => "circle",
        "zone_band" => "band",
        "alias_length" or "aliases_too_many" => "aliases",
        _ => "fee",
    };

    private static string TermOf(Error error) => error.Code switch
    {
        "delivery_round_to" => "surcharge.roundTo",
        "unknown_free_zone" => "freeZones",
        _ => "freeFrom",
    };
}
