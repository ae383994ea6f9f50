using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Delivery;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Zones;

[Access(Access.TenantOwner)]
public sealed class EditModel(IMediator mediator, Frame frame) : ZoneFormPage(frame)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ZoneRow? Zone { get; private set; }

    protected override bool IsMissing => Zone is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Zone is null)
        {
            return NotFound();
        }

        Input = ZoneInput.Of(Zone.Details, Currency);
        Input.Version = Zone.Version;
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Zone = await mediator.Send(new GetZone(new ZoneId(Id)), ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var details = await ReadAsync(ct);
        if (Zone is null)
        {
            return NotFound();
        }

        if (details is null)
        {
            return await AgainAsync(ct);
        }

        var result = await mediator.Send(new EditZone(new ZoneId(Id), Input.Version, details), ct);
        if (result.Error is { } error)
        {
            return await RefusedAsync(error, ct);
        }

        Notice = Say["Zones.saved", details.Name];
        return RedirectToPage("/Zones/Index");
    }

    private async Task<IActionResult> RefusedAsync(Error error, CancellationToken ct)
    {
        var answer = await RefuseAsync(error, ZoneInput.FieldOf(error.Code), ct);
        if (error == Error.EditedElsewhere && Zone is not null)
        {
            // She has read that somebody was faster: saving again is now meant.
            ModelState.Remove("Input.Version");
            Input.Version = Zone.Version;
        }

        return answer;
    }
}
