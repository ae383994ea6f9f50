using System.Net;
using System.Net.Mail;
using System.Text;

namespace WaSaas.Infrastructure.Mail;

internal sealed class SmtpTransport(MailOptions options) : IMailTransport
{
    private const int TimeoutMilliseconds = 20_000;

    public async Task SendAsync(Application.Accounts.Mail mail, CancellationToken ct)
    {
        using var client = new SmtpClient(options.Host, options.Port)
        {
            EnableSsl = options.Tls,
            Credentials = string.IsNullOrEmpty(options.User) ? null : new NetworkCredential(options.User, options.Password),
            Timeout = TimeoutMilliseconds,
        };
        using var message = new MailMessage(options.From!, mail.To, mail.Subject, mail.Body)
        {
            BodyEncoding = Encoding.UTF8,
            SubjectEncoding = Encoding.UTF8,
        };
        await client.SendMailAsync(message, ct).WaitAsync(TimeSpan.FromMilliseconds(TimeoutMilliseconds), ct);
    }
}
