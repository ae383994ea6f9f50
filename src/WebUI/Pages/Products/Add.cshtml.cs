using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Catalogue;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Products;

[Access(Access.Tenant)]
public sealed class AddModel(IMediator mediator, Frame frame, CatalogueRoom room) : ProductFormPage(frame)
{
    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync(ct) is not { } details)
        {
            return await AgainAsync(ct);
        }

        var sku = string.IsNullOrWhiteSpace(Input.Sku) ? null : Input.Sku.Trim();
        var result = await mediator.Send(new AddProduct(details, sku), ct);
        if (result.Error is { } error)
        {
            return await RefuseProductAsync(room.Explain(error), ct);
        }

        Notice = Say["Products.added", details.Name];
        return RedirectToPage("/Products/Index");
    }
}
