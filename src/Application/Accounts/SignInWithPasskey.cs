using MediatR;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>JSON for the browser; of the signed-in person's passkeys when she proves again who she is.</summary>
public sealed record BeginPasskeySignIn : IQuery<string>;

internal sealed class BeginPasskeySignInHandler(IPasskeys passkeys, ICurrentUser user) : IQueryHandler<BeginPasskeySignIn, string>
{
    public Task<string> Handle(BeginPasskeySignIn query, CancellationToken cancellationToken) => passkeys.BeginCheckAsync(user.Id, cancellationToken);
}

/// <summary>A passkey stands for password and code together; it stays open when wrong passwords locked the account.</summary>
public sealed record SignInWithPasskey(string? Credential) : IRequest<Result>;

/// <remarks>Not a command of the pipeline: the sign-in opens a unit of work of its own.</remarks>
internal sealed class SignInWithPasskeyHandler(IPasskeys passkeys, IAccounts accounts, Entrance entrance) : IRequestHandler<SignInWithPasskey, Result>
{
    public async Task<Result> Handle(SignInWithPasskey request, CancellationToken cancellationToken)
    {
        if (await passkeys.CheckAsync(request.Credential, cancellationToken) is not { } id
            || await accounts.FindAsync(id, cancellationToken) is not { } person)
        {
            return AccountErrors.PasskeyRefused;
        }

        await entrance.LetInAsync(person, SignInMeans.Passkey, cancellationToken);
        return Result.Ok;
    }
}
