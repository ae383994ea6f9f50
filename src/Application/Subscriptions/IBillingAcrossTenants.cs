using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>The questions about billing that no single shop can answer.</summary>
public interface IBillingAcrossTenants
{
    Task<TenantId?> TenantOfCustomerAsync(string customerId, CancellationToken ct);

    /// <summary>Notices to be worked on now, oldest first.</summary>
    Task<IReadOnlyList<string>> DueNoticesAsync(DateTimeOffset now, int limit, CancellationToken ct);

    /// <summary>Shops that the provider knows.</summary>
    Task<IReadOnlyList<TenantId>> ShopsWithCustomerAsync(CancellationToken ct);

    /// <summary>For operators, by name.</summary>
    Task<IReadOnlyList<SubscriptionRow>> SubscriptionsAsync(CancellationToken ct);

    /// <summary>Changes that were refused or have no answer, newest first.</summary>
    Task<IReadOnlyList<OperationRow>> TroubledOperationsAsync(int limit, CancellationToken ct);

    /// <summary>Notices that want somebody's attention, newest first.</summary>
    Task<IReadOnlyList<WarningRow>> WarningsAsync(int limit, CancellationToken ct);
}

public sealed record SubscriptionRow(TenantId Id, string Slug, string Name, Subscription Subscription);

/// <param name="ShopName">Null when the customer is no shop's (any more).</param>
/// <param name="About">The provider's name of the dispute, charge, invoice or customer.</param>
public sealed record WarningRow(BillingWarning Warning, string? ShopName, string? About, DateTimeOffset At, BillingEventState State);

public sealed record OperationRow(
    TenantId Shop, string ShopName, string Kind, OperationState State, int Attempts, string? FailureCode, DateTimeOffset CreatedAt);
