using FluentValidation;
using WaSaas.Domain.Catalogue;

namespace WaSaas.Application.Catalogue;

/// <summary>Bounds of what is stored beside the rules of <see cref="Product"/>.</summary>
internal sealed class ProductDetailsValidator : AbstractValidator<ProductDetails>
{
    public const int MaxCategoryLength = 60;

    public ProductDetailsValidator()
    {
        RuleFor(d => d.Name).NotNull();
        RuleFor(d => d.Category).MaximumLength(MaxCategoryLength);
    }
}
