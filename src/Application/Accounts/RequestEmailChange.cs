using MediatR;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>
/// The signed-in person wants another address: a link goes to the new one, and until it is followed the old one stays. She
/// proved a moment ago who she is.
/// </summary>
public sealed record RequestEmailChange(string Email) : IRequest<Result>;

internal sealed class RequestEmailChangeHandler(SecurityDesk desk, IAccounts accounts, AccountLinks links, IMailer mailer)
    : IRequestHandler<RequestEmailChange, Result>
{
    public async Task<Result> Handle(RequestEmailChange request, CancellationToken cancellationToken)
    {
        var found = await desk.PersonAsync(cancellationToken);
        if (found.Value is not { } person)
        {
            return found.Error!;
        }

        if (!EmailAddress.TryParse(request.Email, out var email))
        {
            return AccountErrors.EmailInvalid;
        }

        if (await accounts.FindAsync(email, cancellationToken) is not null)
        {
            return AccountErrors.EmailTaken;
        }

        var token = await accounts.CreateEmailTokenAsync(person.Id, email, cancellationToken);
        mailer.Send(AccountMails.ChangeEmail(person with { Email = email }, links.OfEmail(person.Id, email, token)));
        return Result.Ok;
    }
}
