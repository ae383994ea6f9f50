namespace WaSaas.Application.Common;

/// <summary>One short write transaction of the tenant in scope.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Runs <paramref name="work"/>, saves and commits; the events of the aggregates are handed on after the commit. When
    /// <paramref name="keep"/> says no, nothing is saved.
    /// </summary>
    Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keep, CancellationToken ct);
}
