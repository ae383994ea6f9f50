using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Delivery;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Zones;

[Access(Access.TenantOwner)]
public sealed class AddModel(IMediator mediator, Frame frame) : ZoneFormPage(frame)
{
    public Task OnGetAsync(CancellationToken ct)
    {
        Input.CashOnDelivery = true;
        return LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is not { } details)
        {
            return await AgainAsync(ct);
        }

        var result = await mediator.Send(new AddZone(details), ct);
        if (result.Error is { } error)
        {
            return await RefuseAsync(error, ZoneInput.FieldOf(error.Code), ct);
        }

        Notice = Say["Zones.added", details.Name];
        return RedirectToPage("/Zones/Index");
    }
}
