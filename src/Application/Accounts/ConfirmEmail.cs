using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>The person followed the link in the mail, so the address is hers.</summary>
public sealed record ConfirmEmail(UserId User, string Token) : ICommand<Result>;

internal sealed class ConfirmEmailHandler(IAccounts accounts) : ICommandHandler<ConfirmEmail, Result>
{
    public async Task<Result> Handle(ConfirmEmail command, CancellationToken cancellationToken)
    {
        if (!await accounts.RedeemTokenAsync(command.User, LinkPurpose.ConfirmEmail, command.Token, cancellationToken))
        {
            return AccountErrors.LinkInvalid;
        }

        await accounts.MarkEmailConfirmedAsync(command.User, cancellationToken);
        return Result.Ok;
    }
}
