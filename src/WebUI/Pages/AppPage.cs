using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages;

/// <summary>What the pages have in common: refusals answer 422 and keep the input, htmx gets parts, everybody else whole pages.</summary>
public abstract class AppPage : PageModel
{
    /// <summary>Shown once on the next page.</summary>
    [TempData]
    public string? Notice { get; set; }

    protected Says Say => field ??= HttpContext.RequestServices.GetRequiredService<Says>();

    protected bool IsHtmx => Request.Headers["HX-Request"] == "true";

    public bool IsOwner => User.IsOwner();

    /// <summary>What the page is about is not there, as far as <see cref="LoadAsync"/> saw.</summary>
    protected virtual bool IsMissing => false;

    /// <summary>What the page shows beside the form; the same for GET and for a form that comes back.</summary>
    public virtual Task LoadAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>The form again, with the sentence at its field (or at the top).</summary>
    protected async Task<IActionResult> RefuseAsync(Error error, string? field, CancellationToken ct)
    {
        if (error == Error.NotFound)
        {
            return NotFound();
        }

        ModelState.AddModelError(field ?? "", Say.Of(error));
        return await AgainAsync(ct);
    }

    public async Task<IActionResult> AgainAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (IsMissing)
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
