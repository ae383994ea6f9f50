using Microsoft.EntityFrameworkCore;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

internal static class SessionLookup
{
    /// <summary>The session with that id, or the shop's first one when none is named.</summary>
    public static Task<WhatsAppSession?> NamedOrFirstAsync(this IQueryable<WhatsAppSession> sessions, SessionId? id, CancellationToken ct) => id is { } named
        ? sessions.SingleOrDefaultAsync(s => s.Id == named, ct)
        : sessions.OrderBy(s => s.Position).FirstOrDefaultAsync(ct);
}
