using WaSaas.Domain.Common;

namespace WaSaas.Domain.Subscriptions;

/// <summary>The plan in force, or what is said about it, may be another now.</summary>
public sealed record SubscriptionChanged(TenantId TenantId) : IDomainEvent;

/// <summary>What the plan gives of it for a month passed 80 or 100 %.</summary>
public sealed record UsageThresholdReached(TenantId TenantId, UsageKind Kind, int Percent) : IDomainEvent;
