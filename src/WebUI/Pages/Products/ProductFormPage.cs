using Microsoft.AspNetCore.Mvc;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;

namespace WaSaas.WebUI.Pages.Products;

/// <summary>What adding and editing have in common: the fields, and reading them in the shop's currency.</summary>
public abstract class ProductFormPage(Frame frame) : AppPage
{
    [BindProperty]
    public ProductInput Input { get; set; } = new();

    public Currency Currency { get; private set; } = Currency.Xof;

    /// <summary>The product as it is; null when it is a new one.</summary>
    protected virtual ProductDetails? Stored => null;

    public override async Task LoadAsync(CancellationToken ct) => Currency = (await frame.ShopAsync(ct))!.Currency;

    /// <summary>Null when a field cannot be read; the sentences stand at the fields.</summary>
    protected async Task<ProductDetails?> ReadAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Input.Read(Stored, Currency, field => ModelState.AddModelError("Input." + field, Say["Form.unreadable." + field]));
    }
}
