using System.Globalization;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Retention;
using WaSaas.Infrastructure.Identity;

namespace WaSaas.Infrastructure.Persistence;

internal sealed class ExpiredRows(AppDbContext db) : IExpiredRows
{
    public Task<int> RemoveJournalAsync(DateTimeOffset before, int limit, CancellationToken ct) =>
        db.WhatsAppJournal.Where(r => r.ProcessedAt != null && r.ProcessedAt < before).Take(limit).ExecuteDeleteAsync(ct);

    public Task<int> RemoveSentContentsAsync(DateTimeOffset before, int limit, CancellationToken ct) =>
        db.WhatsAppSentContents.Where(c => c.RatchetedAt < before).Take(limit).ExecuteDeleteAsync(ct);

    public Task<int> RemoveSignInsAsync(DateTimeOffset now, CancellationToken ct)
    {
        // A row's text begins with the second of its start, in ten digits until the year 2286.
        var cutoff = (now - SignInRow.Longest).ToUnixTimeSeconds().ToString("D10", CultureInfo.InvariantCulture);
#pragma warning disable CA1309 // The database compares, by its own rule; the ordinal form has no translation.
        return db.UserTokens.Where(t => t.LoginProvider == SignInRow.Provider && string.Compare(t.Value, cutoff) < 0).ExecuteDeleteAsync(ct);
#pragma warning restore CA1309
    }
}
