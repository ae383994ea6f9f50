using MediatR;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>Mails the signed-in person a link that confirms her address, unless it is confirmed.</summary>
public sealed record RequestEmailConfirmation : IRequest<Result>;

internal sealed class RequestEmailConfirmationHandler(ICurrentUser user, IAccounts accounts, AccountPost post)
    : IRequestHandler<RequestEmailConfirmation, Result>
{
    public async Task<Result> Handle(RequestEmailConfirmation request, CancellationToken cancellationToken)
    {
        if (user.Id is not { } id || await accounts.FindAsync(id, cancellationToken) is not { } person)
        {
            return Error.NotFound;
        }

        if (!person.EmailConfirmed)
        {
            await post.ConfirmEmailAsync(person, cancellationToken);
        }

        return Result.Ok;
    }
}
