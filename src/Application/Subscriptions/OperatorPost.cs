using WaSaas.Application.Accounts;

namespace WaSaas.Application.Subscriptions;

/// <summary>Mails to those who run the installation, each in her language.</summary>
internal sealed class OperatorPost(IAccounts accounts, IMailer mailer)
{
    public async Task SendAsync(Func<Person, Mail> write, CancellationToken ct)
    {
        foreach (var person in await accounts.OperatorsAsync(ct))
        {
            mailer.Send(write(person));
        }
    }
}
