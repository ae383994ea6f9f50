using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Jobs;

namespace WaSaas.Application.Jobs;

/// <summary>
/// A command that can be run in the background: a record of plain values, because it is stored as its name and JSON. It runs
/// in the scope of the shop that asked for it, may be run twice, and must not mind. A refusal parks it, an exception lets it
/// be tried again.
/// </summary>
public interface IJobCommand : ICommand<Result>;

/// <summary>Work in the background.</summary>
#pragma warning disable CA1711 // It is a queue, only not a collection.
public interface IJobQueue
#pragma warning restore CA1711
{
    /// <summary>
    /// Stages the command in the present unit of work: it is run when that is committed, and not at all when it is not. The
    /// shop is the one in scope.
    /// </summary>
    /// <param name="command">What is to be done.</param>
    /// <param name="due">Not before; null = at once.</param>
    /// <param name="schedule">The recurring job it belongs to.</param>
    JobRunId Enqueue(IJobCommand command, DateTimeOffset? due = null, string? schedule = null);
}

/// <summary>Wakes the runner at the hour of a job. What it forgets is found again in the table of jobs.</summary>
public interface IJobTimer
{
    /// <summary>Once, replacing an earlier hour of the same job.</summary>
    Task SetAsync(JobRunId run, DateTimeOffset at, CancellationToken ct);
}
