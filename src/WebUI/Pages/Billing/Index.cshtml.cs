using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Subscriptions;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Billing;

/// <summary>The owner's buttons: to the page where she pays, to cards and invoices, to go on, to stay.</summary>
[Access(Access.TenantOwner)]
public sealed class IndexModel(IMediator mediator) : BillingPage
{
    public IActionResult OnGet() => ToPlan();

    public async Task<IActionResult> OnPostCheckoutAsync(Plan plan, BillingInterval interval, string? intent, CancellationToken ct)
    {
        var started = await mediator.Send(new Subscribe(plan, interval, Wish(intent)), ct);
        return started.Value is { } page ? LeadTo(page) : ToPlan(Say.Of(started.Error!));
    }

    public async Task<IActionResult> OnPostPortalAsync(string? intent, CancellationToken ct)
    {
        var opened = await mediator.Send(new OpenPortal(Wish(intent)), ct);
        return opened.Value is { } page ? LeadTo(page) : ToPlan(Say.Of(opened.Error!));
    }

    public async Task<IActionResult> OnPostResumeAsync(string? intent, CancellationToken ct) =>
        ToPlan(await mediator.Send(new ResumeSubscription(Wish(intent)), ct), Say["Billing.resumed"]);

    public async Task<IActionResult> OnPostKeepAsync(string? intent, CancellationToken ct) =>
        ToPlan(await mediator.Send(new CancelSubscription(Cancel: false, Wish(intent)), ct), Say["Billing.kept"]);
}
