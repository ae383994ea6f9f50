using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>A person of several shops turns to another of hers, from the next request on.</summary>
public sealed record ChooseShop(TenantId Shop) : ICommand<Result>;

internal sealed class ChooseShopHandler(ICurrentUser user, IAcrossTenants all, IBrowserSession browser) : ICommandHandler<ChooseShop, Result>
{
    public async Task<Result> Handle(ChooseShop command, CancellationToken cancellationToken)
    {
        if (user.Id is not { } id || (await all.MembershipsOfAsync(id, cancellationToken)).All(m => m.TenantId != command.Shop))
        {
            return Error.NotFound;
        }

        await browser.MoveToAsync(command.Shop, cancellationToken);
        return Result.Ok;
    }
}
