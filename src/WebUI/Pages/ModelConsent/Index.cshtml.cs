using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Tenants;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.ModelConsent;

/// <summary>Whether customers' words may go to an outside model; the owner decides.</summary>
[Access(Access.Tenant)]
public sealed class IndexModel(IMediator mediator) : AppPage
{
    public ModelConsentView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct) => View = await mediator.Send(new GetModelConsent(), ct);

    public async Task<IActionResult> OnPostAsync(bool given, CancellationToken ct)
    {
        if (!IsOwner)
        {
            return Forbid();
        }

        await mediator.Send(new ChangeModelConsent(given), ct);
        if (!IsHtmx)
        {
            return RedirectToPage();
        }

        await LoadAsync(ct);
        return Partial("_ModelConsent", View);
    }
}
