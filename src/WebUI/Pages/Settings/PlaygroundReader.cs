using System.Globalization;
using MediatR;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Conversations;
using WaSaas.Application.Delivery;
using WaSaas.Application.Negotiation;
using WaSaas.Application.Tenants;
using WaSaas.Domain.Delivery;

namespace WaSaas.WebUI.Pages.Settings;

/// <summary>Reads all that the page shows.</summary>
public sealed class PlaygroundReader(IMediator mediator, Frame frame)
{
    public async Task<PlaygroundView> ReadAsync(string conversation, int? turn, CancellationToken ct)
    {
        var zones = await mediator.Send(new ListZones(), ct);
        var products = (await mediator.Send(new ListProducts(), ct)).Rows;
        var view = new PlaygroundView((await frame.ShopAsync(ct))!.TimeZone, zones.Currency)
        {
            Model = (await mediator.Send(new GetModelConsent(), ct)).Processors.FirstOrDefault()?.Model,
            Centres = [.. zones.Zones.Select(zone => (zone.Details.Name, Centre(zone.Details.Area))).Where(zone => zone.Item2 is not null).Select(zone => (zone.Name, zone.Item2!))],
            Presets = PresetCustomers.Of(products, zones),
        };
        return await mediator.Send(new GetSimulation(conversation), ct) is { } simulation ? await WithTalkAsync(view, simulation, turn, ct) : view;
    }

    private async Task<PlaygroundView> WithTalkAsync(PlaygroundView view, Simulation simulation, int? turn, CancellationToken ct)
    {
        var turns = await mediator.Send(new GetTurns(simulation.Id), ct);
        return view with
        {
            Clock = simulation.Clock,
            Thread = await mediator.Send(new GetThread(simulation.Id), ct),
            Desk = await mediator.Send(new GetDesk(simulation.Id), ct),
            Turns = turns,
            Shown = turn is { } chosen && chosen > 0 && chosen <= turns.Count ? chosen : turns.Count,
            Rulers = [.. (await mediator.Send(new GetPriceRuler(simulation.Id), ct) ?? []).Select(price => new RulerView(price, view.Currency))],
        };
    }

    private static string? Centre(ZoneArea? area) => area switch
    {
        CircleArea circle => Text(circle.Centre),
        PolygonArea polygon => Text(new GeoPoint(polygon.Corners.Average(c => c.Latitude), polygon.Corners.Average(c => c.Longitude))),
        _ => null,
    };

    private static string Text(GeoPoint point) => string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:F5} {point.Longitude:F5}");
}
