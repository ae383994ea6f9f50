using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Catalogue;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Products;

[Access(Access.Tenant)]
public sealed class IndexModel(IMediator mediator, Frame frame, CatalogueRoom room) : AppPage
{
    private static readonly Dictionary<ProductFilter, string?> Names = new()
    {
        [ProductFilter.OnSale] = null,
        [ProductFilter.OutOfStock] = "out-of-stock",
        [ProductFilter.Archived] = "archived",
    };

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "filter")]
    public string? FilterName { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public ProductFilter Filter => Names.FirstOrDefault(pair => pair.Value == FilterName).Key;

    public ProductPage Products { get; private set; } = null!;

    public Currency Currency { get; private set; } = Currency.Xof;

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Products = await mediator.Send(new ListProducts(Search, Filter, PageNumber), ct);
        Currency = (await frame.ShopAsync(ct))!.Currency;
    }

    public async Task<IActionResult> OnPostArchiveAsync(Guid product, CancellationToken ct)
    {
        var shown = await mediator.Send(new GetProductForEdit(new ProductId(product)), ct);
        var result = await mediator.Send(new ArchiveProduct(new ProductId(product)), ct);
        if (result.Error is { } error)
        {
            return await RefuseAsync(error, null, ct);
        }

        Notice = Say["Products.archived", shown?.Details.Name ?? ""];
        TempData["Undo"] = Url.Page("/Products/Index", "Restore", new { product });
        return RedirectToPage("/Products/Index");
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid product, CancellationToken ct)
    {
        var result = await mediator.Send(new RestoreProduct(new ProductId(product)), ct);
        if (result.Error is { } error)
        {
            return await RefuseAsync(room.Explain(error), null, ct);
        }

        Notice = Say["Products.restored"];
        return RedirectToPage("/Products/Index");
    }

    public string Href(ProductFilter filter, int page = 1) =>
        Url.Page("/Products/Index", new { q = Search, filter = Names[filter], p = page > 1 ? page : (int?)null })!;

    public Money Price(long minor) => new(minor, Currency);
}
