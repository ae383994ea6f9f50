using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

/// <summary>What the running side says of a session.</summary>
public enum SessionReport
{
    CodeShown = 1,
    LinkingEnded = 2,
    Opened = 3,
    Lost = 4,
    LoggedOut = 5,
    Replaced = 6,
    Restricted = 7,
    Failed = 8,
}

/// <summary>A report of the running side; ignored when it comes from a former owner or comes too late.</summary>
/// <param name="Session">Whose number.</param>
/// <param name="Epoch">The owner that reports.</param>
/// <param name="Report">What happened.</param>
/// <param name="Error">Why; for <see cref="SessionReport.Lost"/> and <see cref="SessionReport.Opened"/> only when it lasts.</param>
public sealed record ReportSession(SessionId Session, long Epoch, SessionReport Report, SessionError? Error = null) : ICommand<SessionState?>;

internal sealed class ReportSessionHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<ReportSession, SessionState?>
{
    private static readonly SessionError Unexplained = new("failed", "The connection ended for a reason that nobody named.");

    public async Task<SessionState?> Handle(ReportSession command, CancellationToken cancellationToken)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == command.Session && s.Epoch == command.Epoch, cancellationToken);
        if (session is not null)
        {
            Apply(session, command, clock.GetUtcNow());
        }

        return session?.State;
    }

    private static void Apply(WhatsAppSession session, ReportSession command, DateTimeOffset at)
    {
        switch (command.Report)
        {
            case SessionReport.CodeShown: session.ShowCode(at); break;
            case SessionReport.LinkingEnded: session.LinkingEnded(at, command.Error); break;
            case SessionReport.Opened: session.Opened(at, command.Error); break;
            case SessionReport.Lost: session.ConnectionLost(at, command.Error); break;
            case SessionReport.LoggedOut: session.LoggedOutByPhone(at, command.Error); break;
            case SessionReport.Replaced: session.ReplacedElsewhere(at); break;
            case SessionReport.Restricted: session.RestrictedByWhatsApp(at, command.Error); break;
            default: session.Fail(command.Error ?? Unexplained, at); break;
        }
    }
}
