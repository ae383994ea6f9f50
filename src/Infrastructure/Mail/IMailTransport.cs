namespace WaSaas.Infrastructure.Mail;

/// <summary>Takes one mail out of the house; throws when that fails; the queue tries again.</summary>
internal interface IMailTransport
{
    Task SendAsync(Application.Accounts.Mail mail, CancellationToken ct);
}
