using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>
/// Asks the provider to change something: the key is stored before the first try and used again until there is an answer,
/// also after a crash. Runs outside of transactions; call it in the shop's turn (<see cref="BillingTurns"/>).
/// </summary>
internal sealed class BillingOperations(IUnitOfWork unitOfWork, IAppDbContext db, ITenantScope tenant, TimeProvider clock)
{
    public async Task<T> RunAsync<T>(string kind, string intent, Func<string, Task<T>> ask, Func<T, string?> nameOf, CancellationToken ct)
    {
        var key = await unitOfWork.RunAsync(token => KeyAsync(kind, intent, token), _ => true, ct);
        try
        {
            var answer = await ask(key);
            await NoteAsync(key, operation => operation.Finish(nameOf(answer)));
            return answer;
        }
        catch (BillingException e)
        {
            await NoteAsync(key, operation => Note(operation, e));
            throw;
        }
    }

    public Task RunAsync(string kind, string intent, Func<string, Task> ask, CancellationToken ct) => RunAsync(
        kind,
        intent,
        async key =>
        {
            await ask(key);
            return true;
        },
        _ => null,
        ct);

    private static void Note(BillingOperation operation, BillingException failure)
    {
        if (failure.Failure == BillingFailure.NoAnswer)
        {
            operation.NoAnswer(failure.Code);
        }
        else
        {
            operation.Refuse(failure.Code);
        }
    }

    private async Task<string> KeyAsync(string kind, string intent, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var waiting = await db.BillingOperations.SingleOrDefaultAsync(o => o.Kind == kind && o.Intent == intent && o.State == OperationState.Pending, ct);
        if (waiting?.CanTryAt(now) == false)
        {
            waiting.Abandon();
            waiting = null;
        }

        if (waiting is null)
        {
            waiting = BillingOperation.Start(tenant.Id, kind, intent, now);
            db.BillingOperations.Add(waiting);
        }

        waiting.Try();
        return waiting.Key;
    }

    /// <summary>What the provider said is written down also when the visitor has gone meanwhile.</summary>
    private async Task NoteAsync(string key, Action<BillingOperation> note) => await unitOfWork.RunAsync(
        async token =>
        {
            note(await db.BillingOperations.SingleAsync(o => o.Key == key, token));
            return true;
        },
        _ => true,
        CancellationToken.None);
}
