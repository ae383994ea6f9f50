using MediatR;
using WaSaas.Application.Common;
using WaSaas.Application.Tenants;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Accounts;

/// <summary>
/// A vendor opens a shop: person, shop, ownership and trial in one transaction, and she is signed in at once. The assistant
/// waits until she turns it on. What is left out comes from the country.
/// </summary>
/// <param name="ShopName">1 to 80 characters.</param>
/// <param name="Email">Confirmed later, by a mail.</param>
/// <param name="Password">Checked by <see cref="PasswordPolicy"/>.</param>
/// <param name="Language">fr or en.</param>
/// <param name="Country">ISO 3166 alpha-2.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="TimeZone">IANA.</param>
public sealed record SignUp(
    string ShopName, string Email, string Password, string Language, string? Country = null, string? Currency = null, string? TimeZone = null)
    : IRequest<Result<TenantId>>;

/// <remarks>Not a command of the pipeline: the password is hashed before the transaction, and the cookie follows after it.</remarks>
internal sealed class SignUpHandler(
    IAccounts accounts, IUnitOfWork unitOfWork, IAppDbContext db, ITenantScope tenant, ShopSlugs slugs, IBrowserSession browser,
    AccountPost post, TimeProvider clock)
    : IRequestHandler<SignUp, Result<TenantId>>
{
    public async Task<Result<TenantId>> Handle(SignUp request, CancellationToken cancellationToken)
    {
        if (tenant.IsSet)
        {
            return AccountErrors.AlreadySignedIn;
        }

        if (!EmailAddress.TryParse(request.Email, out var email))
        {
            return AccountErrors.EmailInvalid;
        }

        if (PasswordPolicy.Check(request.Password, email, request.ShopName).Error is { } weak)
        {
            return weak;
        }

        var profile = CountryDefaults.Profile(request);
        if (profile.Error is { } wrong)
        {
            return wrong;
        }

        var person = new NewPerson(email, request.Language == "en" ? "en" : "fr", accounts.Hash(request.Password));
        var opened = await unitOfWork.RunAsync(ct => OpenAsync(person, profile.Value!, ct), o => o.IsOk, cancellationToken);
        if (opened.Error is { } refused)
        {
            return refused;
        }

        await browser.StartAsync(opened.Value!, tenant.Id, SignInMeans.Password, cancellationToken);
        await post.ConfirmEmailAsync(opened.Value!, cancellationToken);
        return tenant.Id;
    }

    private async Task<Result<Person>> OpenAsync(NewPerson newcomer, ShopProfile profile, CancellationToken ct)
    {
        if (await accounts.FindAsync(newcomer.Email, ct) is not null)
        {
            return AccountErrors.EmailTaken;
        }

        var (id, now) = (Id.New<TenantId>(), clock.GetUtcNow());
        var shop = Tenant.Open(id, await slugs.FreeAsync(profile.Name, ct), profile, now, assistantPaused: true);
        if (shop.Error is { } wrong)
        {
            return wrong;
        }

        tenant.Set(id);
        var person = await accounts.AddAsync(newcomer, ct);
        db.Tenants.Add(shop.Value!);
        db.Memberships.Add(new Membership(id, person.Id, Role.Owner, now));
        db.Subscriptions.Add(Subscription.StartTrial(id, now));
        return person;
    }
}
