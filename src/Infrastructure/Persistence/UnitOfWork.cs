using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.Persistence;

internal sealed class UnitOfWork(AppDbContext db, WriteGate gate, CommitReactions reactions) : IUnitOfWork
{
    private const int UniqueTaken = 2067;
    private const int PrimaryKeyTaken = 1555;

    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keep, CancellationToken ct)
    {
        IReadOnlyList<IDomainEvent> events;
        T outcome;
        using (await gate.EnterAsync(ct))
        {
            // What was read before the gate opened may be old by now.
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            outcome = await work(ct);
            if (!keep(outcome))
            {
                db.ChangeTracker.Clear();
                return outcome;
            }

            events = TakeEvents();
            await SaveAsync(ct);
            await transaction.CommitAsync(ct);
        }

        reactions.After(events);
        return outcome;
    }

    // Handlers look before they take a number or a name; what is taken all the same was taken by another process since.
    private async Task SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueTaken or PrimaryKeyTaken })
        {
            throw new DbUpdateConcurrencyException("Another process took a unique key first.", e);
        }
    }

    private List<IDomainEvent> TakeEvents() =>
        [.. db.ChangeTracker.Entries<AggregateRoot>().SelectMany(entry => entry.Entity.TakeEvents())];
}
