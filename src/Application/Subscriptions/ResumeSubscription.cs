using MediatR;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>A subscription that paused for want of a card goes on.</summary>
public sealed record ResumeSubscription(string Intent) : IRequest<Result>, IOwnersOnly;

internal sealed class ResumeSubscriptionHandler(BillingDesk desk) : IRequestHandler<ResumeSubscription, Result>
{
    public Task<Result> Handle(ResumeSubscription request, CancellationToken cancellationToken) => desk.InTurnAsync(
        async () =>
        {
            var subscription = await desk.FreshAsync(cancellationToken);
            if (subscription is not { IsRecurring: true, Status: SubscriptionStatus.Paused })
            {
                return SubscriptionErrors.NotPaused;
            }

            await desk.Operations.RunAsync(
                "resume",
                $"{subscription.ExternalId}:{request.Intent}",
                key => desk.Gateway.ResumeAsync(subscription.ExternalId!, key, cancellationToken),
                cancellationToken);
            await desk.FreshAsync(cancellationToken);
            return Result.Ok;
        },
        cancellationToken);
}
