using MediatR;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>
/// The vendor chooses a plan: the answer is the page where she pays. Again, or in a second tab, is the same page; another
/// plan closes the page before. Days of the trial that are left are kept.
/// </summary>
/// <param name="Intent">Made with the form: the same form sent twice is one wish.</param>
public sealed record Subscribe(Plan Plan, BillingInterval Interval, string Intent) : IRequest<Result<Uri>>, IOwnersOnly;

internal sealed class SubscribeHandler(BillingDesk desk, IPublicAddress address, TimeProvider clock) : IRequestHandler<Subscribe, Result<Uri>>
{
    public Task<Result<Uri>> Handle(Subscribe request, CancellationToken cancellationToken) => desk.InTurnAsync(() => StartAsync(request, cancellationToken), cancellationToken);

    private async Task<Result<Uri>> StartAsync(Subscribe wish, CancellationToken ct)
    {
        if (wish.Plan == Plan.Starter)
        {
            return SubscriptionErrors.StarterIsFree;
        }

        var subscription = await desk.FreshAsync(ct);
        if (subscription.IsRecurring)
        {
            return SubscriptionErrors.AlreadySubscribed;
        }

        var customer = await desk.CustomerAsync(ct);
        if (customer.Error is { } nobody)
        {
            return nobody;
        }

        return await OpenPageAsync(wish, customer.Value!, ct) ?? await NewPageAsync(wish, customer.Value!, subscription, ct);
    }

    private async Task<Uri?> OpenPageAsync(Subscribe wish, string customer, CancellationToken ct)
    {
        Uri? page = null;
        foreach (var open in await desk.Gateway.OpenCheckoutsAsync(customer, ct))
        {
            if (page is null && open.Plan == wish.Plan && open.Interval == wish.Interval && open.Page is not null)
            {
                page = open.Page;
            }
            else
            {
                await desk.Operations.RunAsync("expire", open.Id, key => desk.Gateway.ExpireCheckoutAsync(open.Id, key, ct), ct);
            }
        }

        return page;
    }

    private async Task<Result<Uri>> NewPageAsync(Subscribe wish, string customer, Subscription subscription, CancellationToken ct)
    {
        var shop = await desk.ShopAsync(ct);
        var trial = subscription.IsTrialAt(clock.GetUtcNow()) ? subscription.TrialEndsAt : null;
        var request = new CheckoutRequest(
            shop.Id, customer, wish.Plan, wish.Interval, shop.Currency, trial, shop.Language, new Uri(address.Root, "billing/return"), new Uri(address.Root, "account/subscription"));
        var checkout = await desk.Operations.RunAsync(
            "checkout",
            $"{wish.Plan}:{wish.Interval}:{wish.Intent}",
            key => desk.Gateway.CreateCheckoutAsync(request, key, ct),
            made => made.Id,
            ct);
        return checkout.Page is { } page ? page : BillingErrors.Refused;
    }
}
