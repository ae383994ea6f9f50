using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Delivery;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Zones;

[Access(Access.Tenant)]
public sealed class IndexModel(IMediator mediator) : AppPage
{
    private ZoneList _list = null!;

    [BindProperty(SupportsGet = true, Name = "filter")]
    public string? Filter { get; set; }

    public bool Archived => Filter == "archived";

    public IReadOnlyList<ZoneRow> Zones => _list.Zones;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => _list = await mediator.Send(new ListZones(Archived), ct);

    public async Task<IActionResult> OnPostArchiveAsync(Guid zone, CancellationToken ct)
    {
        var shown = await mediator.Send(new GetZone(new ZoneId(zone)), ct);
        var result = await mediator.Send(new ArchiveZone(new ZoneId(zone)), ct);
        TempData["Undo"] = result.IsOk ? Url.Page("/Zones/Index", "Restore", new { zone }) : null;
        return await DoneAsync(result, Say["Zones.archived", shown?.Details.Name ?? ""], ct);
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid zone, CancellationToken ct) =>
        await DoneAsync(await mediator.Send(new RestoreZone(new ZoneId(zone)), ct), Say["Zones.restored"], ct);

    public async Task<IActionResult> OnPostMoveAsync(Guid zone, bool up, CancellationToken ct) =>
        await DoneAsync(await mediator.Send(new MoveZone(new ZoneId(zone), up), ct), null, ct);

    public Money Price(long minor) => new(minor, _list.Currency);

    private async Task<IActionResult> DoneAsync(Result result, string? notice, CancellationToken ct)
    {
        if (result.Error is { } error)
        {
            return await RefuseAsync(error, null, ct);
        }

        Notice = notice;
        return RedirectToPage("/Zones/Index");
    }
}
