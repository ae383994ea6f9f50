using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Accounts;

/// <summary>A person of several shops turns to another of hers, from the next request on.</summary>
public sealed record ChooseShop(TenantId Shop) : ICommand<Result>;

internal sealed class ChooseShopHandler(ICurrentUser user, IAcrossTenants all, IBrowserSession browser) : ICommandHandler<ChooseShop, Result>
{
    public async Task<Result> Handle(ChooseShop command, CancellationToken cancellationToken)
    {
        var place = user.Id is { } id ? (await all.MembershipsOfAsync(id, cancellationToken)).FirstOrDefault(m => m.TenantId == command.Shop) : null;
        if (place is not { IsStopped: false })
        {
            return place is null ? Error.NotFound : TeamErrors.PlaceStopped;
        }

        await browser.MoveToAsync(command.Shop, cancellationToken);
        return Result.Ok;
    }
}
