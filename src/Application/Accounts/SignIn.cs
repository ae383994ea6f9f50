using MediatR;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>Signs this browser in. Every refusal is <see cref="AccountErrors.SignInRefused"/>.</summary>
public sealed record SignIn(string Email, string Password) : IRequest<Result>;

/// <remarks>Not a command of the pipeline: a refused try must be counted, and hashing must not hold the database.</remarks>
internal sealed class SignInHandler(IAccounts accounts, IAcrossTenants all, IBrowserSession browser) : IRequestHandler<SignIn, Result>
{
    public async Task<Result> Handle(SignIn request, CancellationToken cancellationToken)
    {
        // Hashing takes what it is given; nobody's password is longer than this.
        if (request.Password.Length > PasswordPolicy.MaxLength
            || await accounts.CheckPasswordAsync(request.Email.Trim(), request.Password, cancellationToken) is not { } person)
        {
            return AccountErrors.SignInRefused;
        }

        var shops = await all.MembershipsOfAsync(person.Id, cancellationToken);
        await browser.StartAsync(person, shops.Count > 0 ? shops[0].TenantId : null, cancellationToken);
        return Result.Ok;
    }
}
