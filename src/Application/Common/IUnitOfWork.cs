namespace WaSaas.Application.Common;

/// <summary>One short write transaction of the tenant in scope.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Runs <paramref name="work"/>, saves and commits; the events of the aggregates are handed on after the commit. When
    /// <paramref name="keep"/> says no, nothing is saved.
    /// </summary>
    Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keep, CancellationToken ct);

    /// <summary>
    /// The same for an <see cref="IResumable"/> step, without waiting for the disk: when the power fails, what is left is
    /// the state before it or a state after it, never a hole.
    /// </summary>
    Task<T> RunResumableAsync<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keep, CancellationToken ct) => RunAsync(work, keep, ct);
}
