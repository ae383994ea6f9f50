using MediatR;
using WaSaas.Application.Common;
using WaSaas.Application.Accounts;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>The provider's own page for cards and invoices. Made at the click, because it lives for minutes.</summary>
public sealed record OpenPortal(string Intent) : IRequest<Result<Uri>>, IOwnersOnly;

internal sealed class OpenPortalHandler(BillingDesk desk, IPublicAddress address) : IRequestHandler<OpenPortal, Result<Uri>>
{
    public Task<Result<Uri>> Handle(OpenPortal request, CancellationToken cancellationToken) => desk.InTurnAsync<Uri>(
        async () =>
        {
            var subscription = await desk.FreshAsync(cancellationToken);
            if (subscription.CustomerId is not { } customer)
            {
                return SubscriptionErrors.NotSubscribed;
            }

            var returnTo = new Uri(address.Root, "account/subscription");
            return await desk.Operations.RunAsync(
                "portal", request.Intent, key => desk.Gateway.OpenPortalAsync(customer, returnTo, key, cancellationToken), _ => null, cancellationToken);
        },
        cancellationToken);
}
