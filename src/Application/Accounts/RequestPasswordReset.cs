using MediatR;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>Mails a link when the address is known; the answer is the same when it is not.</summary>
public sealed record RequestPasswordReset(string Email) : IRequest<Result>;

internal sealed class RequestPasswordResetHandler(IAccounts accounts, AccountPost post) : IRequestHandler<RequestPasswordReset, Result>
{
    public async Task<Result> Handle(RequestPasswordReset request, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(request.Email, out var email))
        {
            return AccountErrors.EmailInvalid;
        }

        if (await accounts.FindAsync(email, cancellationToken) is { } person)
        {
            await post.ResetPasswordAsync(person, cancellationToken);
        }

        return Result.Ok;
    }
}
