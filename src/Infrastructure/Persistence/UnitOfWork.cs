using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.Persistence;

internal sealed class UnitOfWork(AppDbContext db, WriteTransaction write, CommitReactions reactions) : IUnitOfWork
{
    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keep, CancellationToken ct) =>
        RunAsync(work, keep, WriteKind.Lasting, ct);

    public Task<T> RunResumableAsync<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keep, CancellationToken ct) =>
        RunAsync(work, keep, WriteKind.Resumable, ct);

    private async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keep, WriteKind kind, CancellationToken ct)
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
            kind,
            ct);
        reactions.After(events);
        return outcome!;
    }

    private List<IDomainEvent> TakeEvents() =>
        [.. db.ChangeTracker.Entries<AggregateRoot>().SelectMany(entry => entry.Entity.TakeEvents())];
}
