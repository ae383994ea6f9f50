using FluentValidation;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Catalogue;

/// <param name="Details">What it is and costs. The limits of bargaining are set by an owner's hand only.</param>
/// <param name="Sku">The shop's reference; made from the name when left out.</param>
public sealed record AddProduct(ProductDetails Details, string? Sku = null) : ICommand<Result<ProductId>>;

internal sealed class AddProductValidator : AbstractValidator<AddProduct>
{
    public AddProductValidator()
    {
        RuleFor(c => c.Sku).MaximumLength(ProductSku.MaxLength);
        RuleFor(c => c.Details).NotNull().SetValidator(new ProductDetailsValidator());
    }
}

internal sealed class AddProductHandler(IAppDbContext db, ITenantScope scope, ICurrentUser user, PlanRoom room, PlanTerms terms, TimeProvider clock)
    : ICommandHandler<AddProduct, Result<ProductId>>
{
    public async Task<Result<ProductId>> Handle(AddProduct command, CancellationToken cancellationToken)
    {
        if (await ProductLimit.RefusalAsync(db, terms, clock.GetUtcNow(), cancellationToken) is { } full)
        {
            return full;
        }

        var details = user.MayDecide() ? command.Details : command.Details.WithLimitsOf(new ProductDetails(command.Details.Name, command.Details.ListPrice));
        if (await room.ForStyleAsync(null, details.Style, cancellationToken) is { } refused)
        {
            return refused;
        }

        var sku = await ProductSku.ChooseAsync(db, command.Sku, command.Details.Name, cancellationToken);
        var product = sku.IsOk ? Product.Add(scope.Id, sku.Value!, details) : sku.Error!;
        if (product.Value is not { } added)
        {
            return product.Error!;
        }

        db.Products.Add(added);
        return added.Id;
    }
}
