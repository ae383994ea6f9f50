using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.Persistence;

internal sealed class UnitOfWork(AppDbContext db, WriteGate gate, CommitReactions reactions) : IUnitOfWork
{
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
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        reactions.After(events);
        return outcome;
    }

    private List<IDomainEvent> TakeEvents() =>
        [.. db.ChangeTracker.Entries<AggregateRoot>().SelectMany(entry => entry.Entity.TakeEvents())];
}
