using FluentValidation;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Catalogue;

/// <param name="Id">Which product.</param>
/// <param name="Version">The version that was on screen: somebody else's change in between is not overwritten.</param>
/// <param name="Details">What it is and costs from now on. The limits of bargaining change by an owner's hand only.</param>
public sealed record EditProduct(ProductId Id, int Version, ProductDetails Details) : ICommand<Result>;

internal sealed class EditProductValidator : AbstractValidator<EditProduct>
{
    public EditProductValidator() => RuleFor(c => c.Details).NotNull().SetValidator(new ProductDetailsValidator());
}

internal sealed class EditProductHandler(IAppDbContext db, ICurrentUser user, PlanRoom room) : ICommandHandler<EditProduct, Result>
{
    public async Task<Result> Handle(EditProduct command, CancellationToken cancellationToken)
    {
        var product = await db.Products.SingleOrDefaultAsync(p => p.Id == command.Id, cancellationToken);
        if (product is null)
        {
            return Error.NotFound;
        }

        if (product.Version != command.Version)
        {
            return Error.EditedElsewhere;
        }

        var details = user.MayDecide() ? command.Details : command.Details.WithLimitsOf(product.Details());
        return await room.ForStyleAsync(product.Style, details.Style, cancellationToken) ?? product.Change(details);
    }
}
