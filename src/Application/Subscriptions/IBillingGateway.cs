using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

public enum BillingProvider
{
    /// <summary>Nothing is sold; an operator grants plans.</summary>
    None = 0,

    /// <summary>Pretended payments, for trials; never in Production.</summary>
    Simulated = 1,
    Stripe = 2,
}

/// <summary>
/// Whoever takes the money. Amounts are minor units of their currency. Every method may throw
/// <see cref="BillingException"/>. Methods with a key change something: the same key is the same request, so that a retry
/// does nothing twice. Contract: Stripe API 2026-07-29.dahlia, of which the records here keep what this product needs.
/// </summary>
public interface IBillingGateway
{
    BillingProvider Provider { get; }

    /// <returns>The customer's id.</returns>
    Task<string> CreateCustomerAsync(NewCustomer customer, string key, CancellationToken ct);

    /// <summary>Whether the customer is still there: somebody may have deleted it at the provider.</summary>
    Task<bool> HasCustomerAsync(string customerId, CancellationToken ct);

    /// <summary>Notices of disputes do not name the customer. Null when it is nobody's.</summary>
    Task<string?> CustomerOfDisputeAsync(string disputeId, CancellationToken ct);

    /// <summary>In the given currency where the provider has it, else in its own.</summary>
    Task<IReadOnlyList<PlanPrice>> PricesAsync(Currency currency, CancellationToken ct);

    Task<Checkout> CreateCheckoutAsync(CheckoutRequest request, string key, CancellationToken ct);

    /// <summary>Null when there is none with that id.</summary>
    Task<Checkout?> FindCheckoutAsync(string id, CancellationToken ct);

    Task<IReadOnlyList<Checkout>> OpenCheckoutsAsync(string customerId, CancellationToken ct);

    Task ExpireCheckoutAsync(string id, string key, CancellationToken ct);

    /// <summary>A page of the provider for cards and invoices; short-lived, never stored.</summary>
    Task<Uri> OpenPortalAsync(string customerId, Uri returnTo, string key, CancellationToken ct);

    /// <summary>All of them, ended ones too.</summary>
    Task<IReadOnlyList<BillingState>> SubscriptionsAsync(string customerId, CancellationToken ct);

    /// <returns>What would be charged at once.</returns>
    Task<Money> PreviewChangeAsync(string customerId, PlanChange change, CancellationToken ct);

    Task ChangePlanAsync(PlanChange change, string key, CancellationToken ct);

    Task SetCancelAtPeriodEndAsync(string subscriptionId, bool cancel, string key, CancellationToken ct);

    /// <summary>Ends it at once; again does nothing.</summary>
    Task CancelNowAsync(string subscriptionId, CancellationToken ct);

    /// <summary>Goes on after a pause; charges at once.</summary>
    Task ResumeAsync(string subscriptionId, string key, CancellationToken ct);

    /// <summary>Newest first, at most twelve.</summary>
    Task<IReadOnlyList<Invoice>> InvoicesAsync(string customerId, CancellationToken ct);

    /// <summary>Notices that may not have arrived, oldest first; the provider keeps them for 30 days.</summary>
    Task<IReadOnlyList<BillingNotice>> NoticesSinceAsync(DateTimeOffset since, CancellationToken ct);
}

/// <summary>Tells a genuine notice from a forged one.</summary>
public interface IBillingNotices
{
    /// <param name="body">The bytes as they came; nothing may have read and written them again.</param>
    /// <param name="signature">The header of that name.</param>
    /// <returns>Null when it is not genuine, whatever the reason.</returns>
    BillingNotice? Verify(ReadOnlySpan<byte> body, string? signature);
}

public sealed record NewCustomer(TenantId TenantId, string Email, string Name, string Language);

/// <param name="TrialEndsAt">Days of the shop's trial that are left; null = none.</param>
public sealed record CheckoutRequest(
    TenantId TenantId, string CustomerId, Plan Plan, BillingInterval Interval, Currency Currency, DateTimeOffset? TrialEndsAt, string Language, Uri ReturnTo, Uri CancelTo);

public enum CheckoutState
{
    Open = 1,
    Complete = 2,
    Expired = 3,
}

/// <param name="Reference">The shop for which it was made.</param>
/// <param name="Page">Where the vendor pays; only while it is open.</param>
public sealed record Checkout(string Id, CheckoutState State, string? CustomerId, TenantId? Reference, Plan? Plan, BillingInterval? Interval, Uri? Page);

/// <param name="Now">Charges the difference at once and changes nothing when that fails; else from the next invoice on.</param>
public sealed record PlanChange(string SubscriptionId, string ItemId, Plan Plan, BillingInterval Interval, Currency Currency, bool Now);

public enum InvoiceState
{
    Draft = 1,
    Open = 2,
    Paid = 3,
    Void = 4,
    Uncollectible = 5,
}

public sealed record Invoice(string Id, string? Number, DateTimeOffset At, Money Amount, InvoiceState State, Uri? Page);
