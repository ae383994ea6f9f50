using System.Collections.Concurrent;
using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;
using WaSaas.Domain.Jobs;

namespace WaSaas.Application.Tests.Support;

/// <summary>Remembers what was asked for in the background; a test runs it by hand.</summary>
public sealed class ScriptedJobs : IJobQueue
{
    public ConcurrentQueue<IJobCommand> Asked { get; } = new();

    public JobRunId Enqueue(IJobCommand command, DateTimeOffset? due = null, string? schedule = null)
    {
        Asked.Enqueue(command);
        return Id.New<JobRunId>();
    }
}
