using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Billing;

/// <summary>Back from paying. The provider is asked what happened; the address alone opens nothing.</summary>
[Access(Access.TenantOwner)]
public sealed class ReturnModel(IMediator mediator) : BillingPage
{
    public string Heading { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Icon { get; private set; } = "clock";

    public string Colour { get; private set; } = "info";

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "session_id")] string? session, CancellationToken ct)
    {
        if (session is not { Length: > 0 and <= 255 })
        {
            return NotFound();
        }

        var checkout = await mediator.Send(new ReturnFromCheckout(session), ct);
        if (checkout.Error == Error.NotFound)
        {
            return NotFound();
        }

        Show(checkout.Error is null ? checkout.Value : CheckoutState.Open);
        return Page();
    }

    private void Show(CheckoutState state)
    {
        (Heading, Text) = (Say[$"Billing.return{state}"], Say[$"Billing.return{state}Text"]);
        (Icon, Colour) = state switch
        {
            CheckoutState.Complete => ("circle-check", "ok"),
            CheckoutState.Expired => ("circle-alert", "warn"),
            _ => ("clock", "info"),
        };
        if (state == CheckoutState.Open)
        {
            // Banks take a moment: the page asks again by itself.
            Response.Headers["Refresh"] = "5";
        }
    }
}
