using Microsoft.AspNetCore.Mvc;
using WaSaas.Domain.Common;

namespace WaSaas.WebUI.Pages.Billing;

/// <summary>What the pages about money share: they lead away or back to the plan, and say why not in a sentence.</summary>
public abstract class BillingPage : AppPage
{
    /// <summary>A form that was already posted is read by GET: 303.</summary>
    protected IActionResult LeadTo(Uri page)
    {
        Response.Headers.Location = page.ToString();
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    protected IActionResult ToPlan(string? notice = null)
    {
        Notice = notice ?? Notice;
        return RedirectToPage("/Account/Subscription");
    }

    protected IActionResult ToPlan(Result result, string done) => ToPlan(result.Error is { } refused ? Say.Of(refused) : done);

    /// <summary>Names a wish; what a browser sends is cut to size.</summary>
    protected static string Wish(string? intent) => intent is { Length: > 0 and <= 64 } ? intent : Guid.CreateVersion7().ToString("n");
}
