using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Catalogue;

/// <summary>Takes a product off the shelves; customers no longer hear of it. Again changes nothing.</summary>
public sealed record ArchiveProduct(ProductId Id) : ICommand<Result>;

internal sealed class ArchiveProductHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<ArchiveProduct, Result>
{
    public async Task<Result> Handle(ArchiveProduct command, CancellationToken cancellationToken)
    {
        var product = await db.Products.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (product is null)
        {
            return Error.NotFound;
        }

        if (product.ArchivedAt is null)
        {
            product.Archive(clock.GetUtcNow());
        }

        return Result.Ok;
    }
}
