using MediatR;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>The subscription ends with the period that is paid, or does not after all.</summary>
public sealed record CancelSubscription(bool Cancel, string Intent) : IRequest<Result>, IOwnersOnly;

internal sealed class CancelSubscriptionHandler(BillingDesk desk) : IRequestHandler<CancelSubscription, Result>
{
    public Task<Result> Handle(CancelSubscription request, CancellationToken cancellationToken) => desk.InTurnAsync(
        async () =>
        {
            var subscription = await desk.FreshAsync(cancellationToken);
            if (!subscription.IsRecurring)
            {
                return SubscriptionErrors.NothingToCancel;
            }

            if (subscription.CancelAtPeriodEnd == request.Cancel)
            {
                return request.Cancel ? Result.Ok : SubscriptionErrors.NotCancelling;
            }

            await desk.Operations.RunAsync(
                request.Cancel ? "cancel" : "keep",
                $"{subscription.ExternalId}:{request.Intent}",
                key => desk.Gateway.SetCancelAtPeriodEndAsync(subscription.ExternalId!, request.Cancel, key, cancellationToken),
                cancellationToken);
            await desk.FreshAsync(cancellationToken);
            return Result.Ok;
        },
        cancellationToken);
}
