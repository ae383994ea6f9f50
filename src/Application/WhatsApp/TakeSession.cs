using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

/// <summary>What a connection is to be started for.</summary>
public enum SessionWish
{
    /// <summary>To pair, or to go on with a pairing.</summary>
    Link = 1,

    /// <summary>To come back with the link that is there.</summary>
    Resume = 2,

    /// <summary>To unlink a number that the vendor has disconnected.</summary>
    Unlink = 3,
}

/// <summary>A connection is about to be started: whoever held the session before may write no more.</summary>
/// <returns>The new owner's number; null when the session is gone or nobody wishes that any more.</returns>
public sealed record TakeSession(SessionId Session, SessionWish Wish) : ICommand<long?>;

internal sealed class TakeSessionHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<TakeSession, long?>
{
    public async Task<long?> Handle(TakeSession command, CancellationToken cancellationToken)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == command.Session, cancellationToken);
        return session is not null && Prepare(session, command.Wish, clock.GetUtcNow()) ? session.TakeOwnership() : null;
    }

    private static bool Prepare(WhatsAppSession session, SessionWish wish, DateTimeOffset at) => (wish, session.State) switch
    {
        (SessionWish.Link, SessionState.Connecting or SessionState.AwaitingScan) => session.Connect(at).IsOk,
        (SessionWish.Resume, SessionState.Linked or SessionState.Connected or SessionState.Reconnecting) => session.Resume(at),
        (SessionWish.Unlink, SessionState.Idle) => true,
        _ => false,
    };
}
