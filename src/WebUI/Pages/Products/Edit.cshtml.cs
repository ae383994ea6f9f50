using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Catalogue;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Products;

[Access(Access.Tenant)]
public sealed class EditModel(IMediator mediator, Frame frame, CatalogueRoom room) : ProductFormPage(frame)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ProductForEdit? Product { get; private set; }

    public override IReadOnlyList<string> Photos => Product?.Photos ?? [];

    protected override bool IsMissing => Product is null;

    /// <summary>Where somebody else's version differs from what is typed here.</summary>
    public IReadOnlyList<ProductDifference> Elsewhere { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Product is null)
        {
            return NotFound();
        }

        Input = ProductInput.Of(Product.Details, Currency);
        Input.Version = Product.Version;
        return Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Product = await mediator.Send(new GetProductForEdit(new ProductId(Id)), ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var details = await ReadAsync(ct);
        if (Product is null)
        {
            return NotFound();
        }

        if (details is null)
        {
            return await AgainAsync(ct);
        }

        var result = await mediator.Send(new EditProduct(new ProductId(Id), Input.Version, details), ct);
        if (result.Error is { } error)
        {
            return await RefusedAsync(error, ct);
        }

        Notice = Say["Products.saved", details.Name];
        return RedirectToPage("/Products/Index");
    }

    private async Task<IActionResult> RefusedAsync(Error error, CancellationToken ct)
    {
        var answer = await RefuseProductAsync(room.Explain(error), ct);
        if (error == Error.EditedElsewhere && Product is not null)
        {
            // She has read that somebody was faster: saving again is now meant.
            ModelState.Remove("Input.Version");
            Input.Version = Product.Version;
            Elsewhere = ProductDifference.Between(Input, ProductInput.Of(Product.Details, Currency), Say);
        }

        return answer;
    }
}
