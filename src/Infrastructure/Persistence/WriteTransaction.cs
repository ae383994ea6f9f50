using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace WaSaas.Infrastructure.Persistence;

/// <summary>
/// One transaction through the write gate. It is run again from its start when the connection to a server breaks or when
/// somebody else was quicker with a key: the second look finds that row.
/// </summary>
internal sealed class WriteTransaction(AppDbContext db, WriteGate gate, IDatabase database)
{
    private const int Tries = 3;

    /// <param name="work">Reads and stages; says whether to save. May be run several times.</param>
    /// <param name="kind">How soon it is written, and what it promises.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task RunAsync(Func<CancellationToken, Task<bool>> work, WriteKind kind, CancellationToken ct)
    {
        using (await (kind == WriteKind.Urgent ? gate.EnterFirstAsync(ct) : gate.EnterAsync(ct)))
        {
            var strategy = db.Database.CreateExecutionStrategy();
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await strategy.ExecuteAsync(token => ConnectedAsync(work, kind, token), ct);
                    return;
                }
                catch (DbUpdateException e) when (e.InnerException is DbException inner && database.IsTaken(inner))
                {
                    // Again, with what the other one has written before our eyes.
                    if (attempt == Tries)
                    {
                        throw new DbUpdateConcurrencyException("Others took the same key first.", e);
                    }
                }
            }
        }
    }

    private async Task ConnectedAsync(Func<CancellationToken, Task<bool>> work, WriteKind kind, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            if (kind == WriteKind.Resumable)
            {
                await database.RelaxAsync(db, ct);
            }

            await OnceAsync(work, ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task OnceAsync(Func<CancellationToken, Task<bool>> work, CancellationToken ct)
    {
        // What was read before the gate opened, or by a try that failed, may be old by now.
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await work(ct))
        {
            db.ChangeTracker.Clear();
            return;
        }

        await db.SaveChangesAsync(ct);
        await CommitAsync(transaction, ct);
    }

    /// <summary>A commit that broke may have been done: trying again could do everything twice.</summary>
    private static async Task CommitAsync(IDbContextTransaction transaction, CancellationToken ct)
    {
        try
        {
            await transaction.CommitAsync(ct);
        }
        catch (DbException e)
        {
            throw new CommitUncertainException(e);
        }
    }
}

internal enum WriteKind
{
    /// <summary>What was committed survives a power cut.</summary>
    Lasting = 1,

    /// <summary>The same, and ahead of everybody who waits.</summary>
    Urgent = 2,

    /// <summary>
    /// A power cut may take it back, but only with everything that was committed after it: whoever wrote it finds out from
    /// what is left and does it again. The death of the process alone takes nothing back.
    /// </summary>
    Resumable = 3,
}

/// <summary>The connection broke while a transaction was being committed; nobody can tell whether it was.</summary>
public sealed class CommitUncertainException(Exception inner) : Exception("The connection broke during a commit.", inner);
