using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>The person followed the link in the mail to her new address: she signs in with it from now on, and the old one is told.</summary>
public sealed record ChangeEmail(UserId User, string Email, string Token) : ICommand<Result>;

internal sealed class ChangeEmailHandler(IAccounts accounts, IBrowserSession browser, IMailer mailer, FollowUps followUps) : ICommandHandler<ChangeEmail, Result>
{
    public async Task<Result> Handle(ChangeEmail command, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(command.User, cancellationToken) is not { } person
            || !await accounts.IsEmailTokenValidAsync(command.User, command.Email, command.Token, cancellationToken))
        {
            return AccountErrors.LinkInvalid;
        }

        if (await accounts.FindAsync(command.Email, cancellationToken) is not null)
        {
            return AccountErrors.EmailTaken;
        }

        await accounts.ChangeEmailAsync(command.User, command.Email, cancellationToken);
        await browser.EndOthersAsync(command.User, cancellationToken);
        followUps.Add(_ =>
        {
            mailer.Send(AccountMails.EmailChanged(person, command.Email));
            return Task.CompletedTask;
        });
        return Result.Ok;
    }
}
