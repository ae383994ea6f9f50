using FluentValidation;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants;

/// <summary>What the shop says of itself.</summary>
/// <param name="Version">The version that was on screen: somebody else's change in between is not overwritten.</param>
/// <param name="Profile">Who it is; the currency cannot change.</param>
/// <param name="Facts">What the assistant may tell.</param>
public sealed record EditShop(int Version, ShopProfile Profile, ShopFacts Facts) : ICommand<Result>, IOwnersOnly;

internal sealed class EditShopValidator : AbstractValidator<EditShop>
{
    private const int MaxCity = 80;
    private const int MaxAddress = 200;

    public EditShopValidator()
    {
        RuleFor(c => c.Profile.City).MaximumLength(MaxCity);
        RuleFor(c => c.Profile.Address).MaximumLength(MaxAddress);
    }
}

internal sealed class EditShopHandler(IAppDbContext db) : ICommandHandler<EditShop, Result>
{
    public async Task<Result> Handle(EditShop command, CancellationToken cancellationToken)
    {
        var shop = await db.Tenants.SingleAsync(cancellationToken);
        if (shop.Version != command.Version)
        {
            return Error.EditedElsewhere;
        }

        var profile = shop.ChangeProfile(command.Profile);
        return profile.IsOk ? shop.ChangeFacts(command.Facts) : profile;
    }
}
