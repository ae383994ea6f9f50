using System.Collections.Concurrent;
using Microsoft.Extensions.AI;
using WaSaas.Application.Assistant;

namespace WaSaas.Infrastructure.Llm;

/// <summary>One breaker of a provider for each shop: what one shop's turns provoke must not switch the model off for the others.</summary>
internal sealed class CircuitBreakers(TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, CircuitBreaker> _byShop = new();

    public CircuitBreaker Of(ChatOptions? options) =>
        _byShop.GetOrAdd(options?.AdditionalProperties?.GetValueOrDefault(ModelBrain.TenantKey) as Guid? ?? Guid.Empty, _ => new CircuitBreaker(clock));
}
