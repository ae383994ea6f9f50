using MediatR;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>Each piece of work in a scope of its shop; the shop comes from the session that this host started.</summary>
internal sealed class TenantWork(IServiceScopeFactory scopes)
{
    public Task<T> SendAsync<T>(TenantId tenant, IRequest<T> request) =>
        RunAsync<IMediator, T>(tenant, mediator => mediator.Send(request));

    public async Task<T> RunAsync<TService, T>(TenantId tenant, Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(tenant);
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
