using MediatR;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Subscriptions;

/// <summary>The vendor comes back from paying. The address proves nothing: the provider is asked, and it must be this shop's page.</summary>
public sealed record ReturnFromCheckout(string CheckoutId) : IRequest<Result<CheckoutState>>, IOwnersOnly;

internal sealed class ReturnFromCheckoutHandler(BillingDesk desk, ITenantScope tenant) : IRequestHandler<ReturnFromCheckout, Result<CheckoutState>>
{
    public Task<Result<CheckoutState>> Handle(ReturnFromCheckout request, CancellationToken cancellationToken) => desk.InTurnAsync<CheckoutState>(
        async () =>
        {
            var subscription = await desk.FreshAsync(cancellationToken);
            var checkout = subscription.CustomerId is null ? null : await desk.Gateway.FindCheckoutAsync(request.CheckoutId, cancellationToken);
            if (checkout is null || checkout.Reference != tenant.Id || checkout.CustomerId != subscription.CustomerId)
            {
                return Error.NotFound;
            }

            return checkout.State;
        },
        cancellationToken);
}
