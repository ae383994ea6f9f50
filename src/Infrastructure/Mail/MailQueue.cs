using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Accounts;

namespace WaSaas.Infrastructure.Mail;

/// <summary>Sends in the background, in order, each mail up to three times. A full queue drops the oldest.</summary>
internal sealed partial class MailQueue(IMailTransport transport, TimeProvider clock, ILogger<MailQueue> log) : BackgroundService, IMailer
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)];

    private readonly Channel<Application.Accounts.Mail> _waiting =
        Channel.CreateBounded<Application.Accounts.Mail>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Send(Application.Accounts.Mail mail) => _waiting.Writer.TryWrite(mail);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What was promised a moment ago still leaves, within the host's time to stop.
        _waiting.Writer.TryComplete();
        if (ExecuteTask is { } sending)
        {
            await sending.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var mail in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            await SendAsync(mail, stoppingToken);
        }
    }

    private async Task SendAsync(Application.Accounts.Mail mail, CancellationToken ct)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await transport.SendAsync(mail, ct);
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                // The type only: what a mail server says repeats the address.
                SendingFailed(attempt + 1, e.GetType().Name);
                if (attempt >= Pauses.Length)
                {
                    return;
                }

                await Task.Delay(Pauses[attempt], clock, ct);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending a mail failed (attempt {Attempt}): {Reason}")]
    private partial void SendingFailed(int attempt, string reason);
}
