using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>Mails with a link in them.</summary>
internal sealed class AccountPost(IAccounts accounts, AccountLinks links, IMailer mailer)
{
    public async Task ConfirmEmailAsync(Person to, CancellationToken ct) =>
        mailer.Send(AccountMails.ConfirmEmail(to, await LinkAsync(to.Id, LinkPurpose.ConfirmEmail, ct)));

    public async Task ResetPasswordAsync(Person to, CancellationToken ct) =>
        mailer.Send(AccountMails.ResetPassword(to, await LinkAsync(to.Id, LinkPurpose.SetPassword, ct)));

    public async Task<Uri> LinkAsync(UserId user, LinkPurpose purpose, CancellationToken ct) =>
        links.Of(purpose, user, await accounts.CreateTokenAsync(user, purpose, ct));
}
