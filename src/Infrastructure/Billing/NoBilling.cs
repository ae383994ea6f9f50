using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Infrastructure.Billing;

/// <summary>Nothing is sold: an operator grants plans. The use cases ask for the provider before they ask for anything else.</summary>
internal sealed class NoBilling : IBillingGateway
{
    public BillingProvider Provider => BillingProvider.None;

    public Task<string> CreateCustomerAsync(NewCustomer customer, string key, CancellationToken ct) => throw NotSold();

    public Task<bool> HasCustomerAsync(string customerId, CancellationToken ct) => Task.FromResult(false);

    public Task<string?> CustomerOfDisputeAsync(string disputeId, CancellationToken ct) => Task.FromResult<string?>(null);

    public Task<IReadOnlyList<PlanPrice>> PricesAsync(Currency currency, CancellationToken ct) => Task.FromResult<IReadOnlyList<PlanPrice>>([]);

    public Task<Checkout> CreateCheckoutAsync(CheckoutRequest request, string key, CancellationToken ct) => throw NotSold();

    public Task<Checkout?> FindCheckoutAsync(string id, CancellationToken ct) => Task.FromResult<Checkout?>(null);

    public Task<IReadOnlyList<Checkout>> OpenCheckoutsAsync(string customerId, CancellationToken ct) => Task.FromResult<IReadOnlyList<Checkout>>([]);

    public Task ExpireCheckoutAsync(string id, string key, CancellationToken ct) => throw NotSold();

    public Task<Uri> OpenPortalAsync(string customerId, Uri returnTo, string key, CancellationToken ct) => throw NotSold();

    /// <summary>Whoever was a customer of a provider that is switched off keeps what was known: nothing is fetched.</summary>
    public Task<IReadOnlyList<BillingState>> SubscriptionsAsync(string customerId, CancellationToken ct) => throw NotSold();

    public Task<Money> PreviewChangeAsync(string customerId, PlanChange change, CancellationToken ct) => throw NotSold();

    public Task ChangePlanAsync(PlanChange change, string key, CancellationToken ct) => throw NotSold();

    public Task SetCancelAtPeriodEndAsync(string subscriptionId, bool cancel, string key, CancellationToken ct) => throw NotSold();

    public Task CancelNowAsync(string subscriptionId, CancellationToken ct) => throw NotSold();

    public Task ResumeAsync(string subscriptionId, string key, CancellationToken ct) => throw NotSold();

    public Task<IReadOnlyList<Invoice>> InvoicesAsync(string customerId, CancellationToken ct) => Task.FromResult<IReadOnlyList<Invoice>>([]);

    public Task<IReadOnlyList<BillingNotice>> NoticesSinceAsync(DateTimeOffset since, CancellationToken ct) => Task.FromResult<IReadOnlyList<BillingNotice>>([]);

    private static BillingException NotSold() => new(BillingFailure.Refused, "not_sold");
}

/// <summary>Nobody sends notices; whatever comes is not genuine.</summary>
internal sealed class NoNotices : IBillingNotices
{
    public BillingNotice? Verify(ReadOnlySpan<byte> body, string? signature) => null;
}
