using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using WaSaas.Application.Tenants;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.WebUI.Pages.Billing;
using WaSaas.WebUI.Pages.Products;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Settings;

[Access(Access.TenantOwner)]
public sealed class AssistantModel(IMediator mediator, Frame frame, CatalogueRoom room, StyleChoices styles) : SettingsPage(mediator)
{
    [BindProperty]
    public AssistantInput Input { get; set; } = new();

    /// <summary>The product that the styles are shown on.</summary>
    [BindProperty(SupportsGet = true, Name = "product")]
    public Guid? Product { get; set; }

    /// <summary>Null when this shop has no such product.</summary>
    public StylePreviewView? Preview { get; private set; }

    public IEnumerable<SelectListItem> Tones => AssistantProfile.Tones.Select(tone => new SelectListItem(Say["Tone." + tone], tone));

    public IEnumerable<SelectListItem> Styles => styles.In(Plan);

    /// <summary>What the plan does not hold of what is set; null when it holds it.</summary>
    public string? StyleWaits => styles.Waiting(Plan, Settings.Sales.Style);

    public string? VoiceHint => styles.VoiceHint(Plan);

    private Entitlements Plan { get; set; } = PlanTerms.Default.Starter;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = AssistantInput.Of(Settings);
        return Preview is null ? NotFound() : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Plan = (await frame.ShopAsync(ct))!.Entitlements;
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
            ? await AnswerAsync(Explained(await Mediator.Send(edit, ct)), AssistantInput.FieldOf, version => Input.Version = version, ct)
            : await AgainAsync(ct);
    }

    private Result Explained(Result result) => result.Error is { } error ? room.Explain(error) : result;
}
