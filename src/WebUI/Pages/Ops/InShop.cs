using MediatR;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.WebUI.Pages.Ops;

/// <summary>An operator acts on a shop: in a scope of that shop, never in the one of her own request.</summary>
public sealed class InShop(IServiceScopeFactory scopes)
{
    public async Task<T> SendAsync<T>(TenantId shop, IRequest<T> request, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(shop);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
    }
}
