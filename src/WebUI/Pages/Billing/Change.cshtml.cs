using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Subscriptions;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Billing;

/// <summary>What another plan means, in money and in what stops, before it is chosen.</summary>
[Access(Access.TenantOwner)]
public sealed class ChangeModel(IMediator mediator, Frame frame, PlanTerms terms, TimeProvider clock) : BillingPage
{
    [BindProperty(SupportsGet = true)]
    public Plan Plan { get; set; } = Plan.Pro;

    [BindProperty(SupportsGet = true)]
    public BillingInterval Interval { get; set; } = BillingInterval.Monthly;

    [BindProperty]
    public string Intent { get; set; } = Guid.CreateVersion7().ToString("n");

    public string Meaning { get; private set; } = "";

    /// <summary>What is over the plan, when it is smaller.</summary>
    public string? Losses { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var preview = await mediator.Send(new PreviewPlanChange(Plan, Interval), ct);
        if (preview.Error is { } refused)
        {
            return ToPlan(Say.Of(refused));
        }

        var shop = (await frame.ShopAsync(ct))!;
        Meaning = preview.Value! switch
        {
            { DueNow: { } due } => Say["Billing.changeNow", Plan, MoneyText.Of(due, Languages.Current)],
            { From: { } from } => Say["Billing.changeLater", Plan, Moments.Day(from, clock.GetUtcNow(), shop.TimeZone)],
            _ => Say["Billing.changeSoon", Plan],
        };
        var used = (await mediator.Send(new GetSubscription(), ct)).Used;
        Losses = used.FitsIn(terms.Of(Plan)) ? null : Say["Plan.tooSmall"];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ToPlan(await mediator.Send(new ChangePlan(Plan, Interval, Wish(Intent)), ct), Say["Billing.changed"]);
}
