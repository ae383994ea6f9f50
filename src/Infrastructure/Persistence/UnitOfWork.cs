using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.Persistence;

internal sealed class UnitOfWork(AppDbContext db, WriteTransaction write, CommitReactions reactions) : IUnitOfWork
{
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keep, CancellationToken ct)
    {
        IReadOnlyList<IDomainEvent> events = [];
        var outcome = default(T);
        await write.RunAsync(
            async token =>
            {
                outcome = await work(token);
                var kept = keep(outcome);
                events = kept ? TakeEvents() : [];
                return kept;
            },
            ct);
        reactions.After(events);
        return outcome!;
    }

    private List<IDomainEvent> TakeEvents() =>
        [.. db.ChangeTracker.Entries<AggregateRoot>().SelectMany(entry => entry.Entity.TakeEvents())];
}
