using WaSaas.Domain.Common;

namespace WaSaas.Domain.Delivery;

/// <summary>Zones or rules of the shop are not what they were: whoever keeps a gazetteer of them builds it anew.</summary>
public sealed record DeliveryChanged(TenantId TenantId) : IDomainEvent;
