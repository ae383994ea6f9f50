using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Delivery;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Zones;

[Access(Access.TenantOwner)]
public sealed class RulesModel(IMediator mediator) : AppPage
{
    private ZoneList _list = null!;

    [BindProperty]
    public RulesInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = RulesInput.Of(_list.Terms, _list.Currency);
        Input.Version = _list.TermsVersion;
    }

    public override async Task LoadAsync(CancellationToken ct) => _list = await mediator.Send(new ListZones(), ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Input.Read(_list.Currency, field => ModelState.AddModelError("Input." + field, Say["Form.unreadableField"])) is not { } terms)
        {
            return await AgainAsync(ct);
        }

        var result = await mediator.Send(new ChangeDeliveryTerms(Input.Version, terms), ct);
        if (result.Error is not { } error)
        {
            Notice = Say["Zones.rulesSaved"];
            return RedirectToPage("/Zones/Index");
        }

        var answer = await RefuseAsync(error, RulesInput.FieldOf(error.Code), ct);
        if (error == Error.EditedElsewhere)
        {
            // She has read that somebody was faster: saving again is now meant.
            ModelState.Remove("Input.Version");
            Input.Version = _list.TermsVersion;
        }

        return answer;
    }
}
