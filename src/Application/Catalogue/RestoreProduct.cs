using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Catalogue;

/// <summary>Puts an archived product back on the shelves, when the plan has a place for it.</summary>
public sealed record RestoreProduct(ProductId Id) : ICommand<Result>;

internal sealed class RestoreProductHandler(IAppDbContext db, PlanTerms terms, TimeProvider clock) : ICommandHandler<RestoreProduct, Result>
{
    public async Task<Result> Handle(RestoreProduct command, CancellationToken cancellationToken)
    {
        var product = await db.Products.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (product is null)
        {
            return Error.NotFound;
        }

        if (product.ArchivedAt is null)
        {
            return Result.Ok;
        }

        if (await ProductLimit.RefusalAsync(db, terms, clock.GetUtcNow(), cancellationToken) is { } full)
        {
            return full;
        }

        product.Restore();
        return Result.Ok;
    }
}
