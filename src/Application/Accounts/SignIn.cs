using MediatR;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>Signs this browser in, or asks for the second proof. Every refusal is <see cref="AccountErrors.SignInRefused"/>.</summary>
public sealed record SignIn(string Email, string Password) : IRequest<Result<SignInProgress>>;

public enum SignInProgress
{
    Done = 1,
    CodeWanted = 2,
}

/// <remarks>Not a command of the pipeline: a refused try must be counted, and hashing must not hold the database.</remarks>
internal sealed class SignInHandler(IAccounts accounts, ISecondFactor factors, IBrowserSession browser, Entrance entrance)
    : IRequestHandler<SignIn, Result<SignInProgress>>
{
    public async Task<Result<SignInProgress>> Handle(SignIn request, CancellationToken cancellationToken)
    {
        // Hashing takes what it is given; nobody's password is longer than this.
        if (request.Password.Length > PasswordPolicy.MaxLength
            || await accounts.CheckPasswordAsync(request.Email.Trim(), request.Password, cancellationToken) is not { } person)
        {
            return AccountErrors.SignInRefused;
        }

        if ((await factors.OfAsync(person.Id, cancellationToken)).AreAskedOf(person))
        {
            await browser.AwaitSecondStepAsync(person.Id, cancellationToken);
            return SignInProgress.CodeWanted;
        }

        await entrance.LetInAsync(person, SignInMeans.Password, cancellationToken);
        return SignInProgress.Done;
    }
}
