using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Products;

[Access(Access.Tenant)]
[RequestSizeLimit(PictureErrors.MaxBytes + 65_536)]
[RequestFormLimits(MultipartBodyLengthLimit = PictureErrors.MaxBytes + 65_536)]
public sealed class PhotosModel(IMediator mediator, ProductPhotos photos) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ProductForEdit? Product { get; private set; }

    public string? Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Product is null ? NotFound() : Page();
    }

    public override async Task LoadAsync(CancellationToken ct) => Product = await mediator.Send(new GetProductForEdit(new ProductId(Id)), ct);

    public async Task<IActionResult> OnPostAddAsync(IFormFile? photo, CancellationToken ct)
    {
        using var content = new MemoryStream();
        if (photo is not null)
        {
            await photo.CopyToAsync(content, ct);
        }

        return await AnswerAsync(await photos.AddAsync(new ProductId(Id), content.ToArray(), ct), ct);
    }

    public Task<IActionResult> OnPostFirstAsync(string? file, CancellationToken ct) => ArrangeAsync(file, PhotoMove.PutFirst, ct);

    public Task<IActionResult> OnPostRemoveAsync(string? file, CancellationToken ct) => ArrangeAsync(file, PhotoMove.Remove, ct);

    private async Task<IActionResult> ArrangeAsync(string? file, PhotoMove move, CancellationToken ct) =>
        await AnswerAsync(await mediator.Send(new ArrangePhotos(new ProductId(Id), file ?? "", move), ct), ct);

    private async Task<IActionResult> AnswerAsync(Result result, CancellationToken ct)
    {
        if (result.IsOk)
        {
            return RedirectToPage(new { id = Id });
        }

        await LoadAsync(ct);
        if (Product is null)
        {
            return NotFound();
        }

        Refused = Say.Of(result.Error!);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
