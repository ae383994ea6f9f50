using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;

namespace WaSaas.WebUI.Pages.Zones;

/// <summary>What adding and editing have in common.</summary>
public abstract class ZoneFormPage(Frame frame) : AppPage
{
    [BindProperty]
    public ZoneInput Input { get; set; } = new();

    public Currency Currency { get; private set; } = Currency.Xof;

    public IEnumerable<SelectListItem> Shapes =>
    [
        new(Say["Zones.shapeNone"], nameof(AreaShape.None)),
        new(Say["Zones.shapeCircle"], nameof(AreaShape.Circle)),
        new(Say["Zones.shapeBand"], nameof(AreaShape.Band)),
        new(Say["Zones.shapePolygon"], nameof(AreaShape.Polygon)),
    ];

    public override async Task LoadAsync(CancellationToken ct) => Currency = (await frame.ShopAsync(ct))!.Currency;

    /// <summary>Null when a field cannot be read; the sentences stand at the fields.</summary>
    protected async Task<ZoneDetails?> ReadAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Input.Read(Currency, field => ModelState.AddModelError("Input." + field, Say["Form.unreadableField"]));
    }
}
