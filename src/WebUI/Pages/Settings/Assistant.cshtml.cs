using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using WaSaas.Application.Tenants;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Tenants;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Settings;

[Access(Access.TenantOwner)]
public sealed class AssistantModel(IMediator mediator) : SettingsPage(mediator)
{
    [BindProperty]
    public AssistantInput Input { get; set; } = new();

    /// <summary>The product that the styles are shown on.</summary>
    [BindProperty(SupportsGet = true, Name = "product")]
    public Guid? Product { get; set; }

    /// <summary>Null when this shop has no such product.</summary>
    public StylePreviewView? Preview { get; private set; }

    public IEnumerable<SelectListItem> Tones => AssistantProfile.Tones.Select(tone => new SelectListItem(Say["Tone." + tone], tone));

    public IEnumerable<SelectListItem> Styles => Enum.GetValues<NegotiationStyle>().Select(style => new SelectListItem(Say["Style." + style], style.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = AssistantInput.Of(Settings);
        return Preview is null ? NotFound() : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        var preview = await Mediator.Send(new PreviewStyles(Product is { } id ? new ProductId(id) : null), ct);
        Preview = preview is null ? null : new StylePreviewView(preview, Settings.Sales.Style);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Preview is null)
        {
            return NotFound();
        }

        return Input.Read(Settings, Unreadable) is { } edit
            ? await AnswerAsync(await Mediator.Send(edit, ct), AssistantInput.FieldOf, version => Input.Version = version, ct)
            : await AgainAsync(ct);
    }
}
