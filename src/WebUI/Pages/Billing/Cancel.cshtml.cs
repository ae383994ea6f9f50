using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Subscriptions;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Billing;

/// <summary>The subscription ends with the period that is paid; the consequences are named first.</summary>
[Access(Access.TenantOwner)]
public sealed class CancelModel(IMediator mediator, Frame frame, TimeProvider clock) : BillingPage
{
    public SubscriptionView Subscription { get; private set; } = null!;

    public string Until { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Subscription = await mediator.Send(new GetSubscription(), ct);
        if (Subscription is not { IsRecurring: true, PeriodEnd: { } end })
        {
            return ToPlan(Say.Of(SubscriptionErrors.NothingToCancel));
        }

        Until = Moments.Day(end, clock.GetUtcNow(), (await frame.ShopAsync(ct))!.TimeZone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? intent, CancellationToken ct) =>
        ToPlan(await mediator.Send(new CancelSubscription(Cancel: true, Wish(intent)), ct), Say["Billing.cancelled"]);
}
