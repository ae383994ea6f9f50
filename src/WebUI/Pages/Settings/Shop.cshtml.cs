using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using WaSaas.Application.Tenants;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Settings;

[Access(Access.TenantOwner)]
public sealed class ShopModel(IMediator mediator) : SettingsPage(mediator)
{
    [BindProperty]
    public ShopInput Input { get; set; } = new();

    public IEnumerable<SelectListItem> Languages => [new(Say["Settings.french"], "fr"), new(Say["Settings.english"], "en")];

    public IEnumerable<SelectListItem> Zones => CountryDefaults.TimeZones
        .Append(Settings.Profile.TimeZone)
        .Distinct()
        .Order(StringComparer.Ordinal)
        .Select(zone => new SelectListItem(zone.Replace('_', ' '), zone));

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = ShopInput.Of(Settings);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Input.Read(Settings, Unreadable) is { } edit
            ? await AnswerAsync(await Mediator.Send(edit, ct), ShopInput.FieldOf, version => Input.Version = version, ct)
            : await AgainAsync(ct);
    }
}
