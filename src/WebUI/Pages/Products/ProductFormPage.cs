using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.WebUI.Pages.Billing;

namespace WaSaas.WebUI.Pages.Products;

/// <summary>What adding and editing have in common: the fields, and reading them in the shop's currency.</summary>
public abstract class ProductFormPage(Frame frame) : AppPage
{
    [BindProperty]
    public ProductInput Input { get; set; } = new();

    public Currency Currency { get; private set; } = Currency.Xof;

    /// <summary>Names of its photos; they come by shop file.</summary>
    public virtual IReadOnlyList<string> Photos => [];

    public IEnumerable<SelectListItem> Styles =>
        [new(Say["Style.shop"], ""), .. HttpContext.RequestServices.GetRequiredService<StyleChoices>().In(Plan)];

    private Entitlements Plan { get; set; } = PlanTerms.Default.Starter;

    /// <summary>The fields that few products need, in sections that open by hand.</summary>
    public IReadOnlyList<FormSection> Sections =>
    [
        .. IsOwner ? Limits : [],
        Section("variants", "_Variants", Input.Variants.Count(v => !v.IsEmpty), "Variants"),
        Section("aliases", "_Aliases", FormReading.Lines(Input.ProductAliases).Length, "ProductAliases"),
        Section("parcel", "_Parcel", new[] { Input.WeightGrams, Input.WarrantyMonths, Input.RestockOn }.Count(text => !string.IsNullOrWhiteSpace(text)), "WeightGrams", "WarrantyMonths", "RestockOn"),
        .. Photos.Count > 0 ? [Section("photos", "_Photos", Photos.Count)] : Array.Empty<FormSection>(),
    ];

    private FormSection[] Limits =>
    [
        Section("bargaining", "_Bargaining", Input.FixedPrice || Input.MaxDiscount is not null || Input.Style is not null || Input.PriceStep is not null ? 1 : 0, "FixedPrice", "MaxDiscount", "Style", "PriceStep"),
        Section("tiers", "_Tiers", Input.Tiers.Count(t => !t.IsEmpty), "Tiers"),
    ];

    public override async Task LoadAsync(CancellationToken ct)
    {
        var shop = (await frame.ShopAsync(ct))!;
        (Currency, Plan) = (shop.Currency, shop.Entitlements);
    }

    /// <summary>Null when a field cannot be read; the sentences stand at the fields.</summary>
    protected async Task<ProductDetails?> ReadAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Input.Read(Currency, field => ModelState.AddModelError("Input." + field, Say.Find("Form.unreadable." + field) ?? Say["Form.unreadableField"]));
    }

    protected Task<IActionResult> RefuseProductAsync(Error error, CancellationToken ct)
    {
        var refusal = ProductRefusal.Of(error, Input, Currency);
        return RefuseAsync(refusal.Error, refusal.Field, ct);
    }

    /// <summary>Open when something in it has to be corrected.</summary>
    private FormSection Section(string key, string partial, int filled, params string[] fields) => new(
        key,
        partial,
        filled,
        ModelState.Any(entry => entry.Value?.Errors.Count > 0 && Array.Exists(fields, f => entry.Key == "Input." + f || entry.Key.StartsWith($"Input.{f}[", StringComparison.Ordinal))));
}

/// <param name="Key">Of its words.</param>
/// <param name="Partial">Its fields.</param>
/// <param name="Filled">How much is written in it; shown while it is closed.</param>
/// <param name="IsOpen">From the start.</param>
public sealed record FormSection(string Key, string Partial, int Filled, bool IsOpen);
