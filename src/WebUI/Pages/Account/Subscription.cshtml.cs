using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Subscriptions;
using WaSaas.WebUI.Pages.Billing;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Account;

/// <summary>The shop's plan, what of it is used, what the others give, and invoices.</summary>
[Access(Access.Tenant)]
public sealed class SubscriptionModel(IMediator mediator, Frame frame, PlanTerms terms, TimeProvider clock) : ProfilePage(frame)
{
    [BindProperty(SupportsGet = true)]
    public string? Interval { get; set; }

    public override string Tab => "Subscription";

    public SubscriptionView Subscription { get; private set; } = null!;

    public IReadOnlyList<Invoice> Invoices { get; private set; } = [];

    public string? InvoicesMissing { get; private set; }

    public IReadOnlyList<PlanCard> Cards { get; private set; } = [];

    public PlanWords Words { get; private set; } = null!;

    public BillingInterval Shown => Interval is null ? Subscription.Interval ?? BillingInterval.Monthly : Interval == "yearly" ? BillingInterval.Yearly : BillingInterval.Monthly;

    public override async Task LoadAsync(CancellationToken ct)
    {
        await base.LoadAsync(ct);
        Subscription = await mediator.Send(new GetSubscription(), ct);
        Words = new PlanWords(Say, View.Shop, clock.GetUtcNow());
        var prices = await mediator.Send(new GetPlanPrices(), ct);
        Cards = PlanCard.Of(Subscription, terms, prices, Shown);
        if (IsOwner)
        {
            var invoices = await mediator.Send(new ListInvoices(), ct);
            Invoices = invoices.Value ?? [];
            InvoicesMissing = invoices.Error is { } error ? Say.Of(error) : null;
        }
    }
}
