using MediatR;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>The signed-in person knows her password and chooses another. Every other sign-in of hers ends.</summary>
public sealed record ChangePassword(string Current, string Password) : IRequest<Result>;

/// <remarks>Not a command of the pipeline: a wrong password must be counted, and hashing must not hold the database.</remarks>
internal sealed class ChangePasswordHandler(ICurrentUser user, IAccounts accounts, IBrowserSession browser, IUnitOfWork unitOfWork, IMailer mailer)
    : IRequestHandler<ChangePassword, Result>
{
    public async Task<Result> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        if (user.Id is not { } id || await accounts.FindAsync(id, cancellationToken) is not { } person)
        {
            return Error.NotFound;
        }

        if (PasswordPolicy.Check(request.Password, person.Email, person.Name).Error is { } weak)
        {
            return weak;
        }

        if (request.Current.Length > PasswordPolicy.MaxLength
            || await accounts.CheckPasswordAsync(person.Email, request.Current, cancellationToken) is null)
        {
            return AccountErrors.CurrentPasswordWrong;
        }

        var hash = accounts.Hash(request.Password);
        await unitOfWork.RunAsync(
            async ct =>
            {
                await accounts.SetPasswordAsync(id, hash, ct);
                await browser.EndOthersAsync(id, ct);
                return true;
            },
            _ => true,
            cancellationToken);
        mailer.Send(AccountMails.PasswordChanged(person));
        return Result.Ok;
    }
}
