using WaSaas.Domain.Common;

namespace WaSaas.Domain.Orders;

/// <summary>An order came into another state; screens and messages to the customer hang on it.</summary>
public sealed record OrderMoved(TenantId TenantId, OrderId OrderId, OrderStatus From, OrderStatus To) : IDomainEvent;

public sealed record OrderPaymentChanged(TenantId TenantId, OrderId OrderId, PaymentState State) : IDomainEvent;
