using MediatR;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>Chooses a password by a link. Every sign-in of the person ends, in all browsers.</summary>
public sealed record ResetPassword(UserId User, string Token, string Password) : IRequest<Result>;

/// <remarks>Not a command of the pipeline: the password is hashed before the transaction.</remarks>
internal sealed class ResetPasswordHandler(IAccounts accounts, IBrowserSession browser, IUnitOfWork unitOfWork, IMailer mailer)
    : IRequestHandler<ResetPassword, Result>
{
    public async Task<Result> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(request.User, cancellationToken) is not { } person
            || !await accounts.IsTokenValidAsync(person.Id, LinkPurpose.SetPassword, request.Token, cancellationToken))
        {
            return AccountErrors.LinkInvalid;
        }

        if (PasswordPolicy.Check(request.Password, person.Email).Error is { } weak)
        {
            return weak;
        }

        var hash = accounts.Hash(request.Password);
        var changed = await unitOfWork.RunAsync(ct => ChangeAsync(request, hash, ct), r => r.IsOk, cancellationToken);
        if (changed.IsOk)
        {
            mailer.Send(AccountMails.PasswordChanged(person));
        }

        return changed;
    }

    private async Task<Result> ChangeAsync(ResetPassword request, string hash, CancellationToken ct)
    {
        // Asked again inside the transaction: of two people with one link, one gets it.
        if (!await accounts.RedeemTokenAsync(request.User, LinkPurpose.SetPassword, request.Token, ct))
        {
            return AccountErrors.LinkInvalid;
        }

        await accounts.SetPasswordAsync(request.User, hash, ct);
        await browser.EndAllAsync(request.User, ct);
        return Result.Ok;
    }
}
