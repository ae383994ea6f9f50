using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Catalogue;

public enum PhotoMove
{
    /// <summary>Behind the others.</summary>
    Add = 1,

    /// <summary>To the front: the one that customers are sent.</summary>
    PutFirst = 2,
    Remove = 3,
}

/// <summary>Changes which photos a product has, and their order.</summary>
/// <param name="Id">The product.</param>
/// <param name="File">Name in the shop's file store.</param>
/// <param name="Move">What becomes of it.</param>
public sealed record ArrangePhotos(ProductId Id, string File, PhotoMove Move) : ICommand<Result>;

internal sealed class ArrangePhotosHandler(IAppDbContext db) : ICommandHandler<ArrangePhotos, Result>
{
    public async Task<Result> Handle(ArrangePhotos command, CancellationToken cancellationToken) =>
        await db.Products.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken) is not { } product ? Error.NotFound
            : command.Move switch
            {
                PhotoMove.Add => product.AddPhoto(command.File),
                PhotoMove.PutFirst => product.PutPhotoFirst(command.File),
                _ => product.RemovePhoto(command.File),
            };
}
