using WaSaas.Domain.Common;

namespace WaSaas.Domain.Jobs;

public readonly record struct JobRunId(Guid Value) : IId<JobRunId>
{
    public static JobRunId From(Guid value) => new(value);
}

public enum JobStatus
{
    /// <summary>Not begun, or to be tried again.</summary>
    Waiting = 1,

    Running = 2,

    Done = 3,

    /// <summary>Given up with a reason; a person decides.</summary>
    Parked = 4,
}

/// <summary>
/// One piece of work in the background: a command by name and values, and the shop it is for. It survives restarts here;
/// a scheduler only remembers the hour.
/// </summary>
public sealed class JobRun
{
    public const int MaxAttempts = 5;
    public const int MaxReasonLength = 400;

    /// <summary>After that long without an end the process that ran it is taken for dead.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private JobRun()
    {
    }

    public JobRunId Id { get; private set; }

    /// <summary>The command's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The shop that it works in; null for the installation. Set from the scope of whoever asked.</summary>
    public TenantId? Shop { get; private set; }

    /// <summary>The schedule that asked for it, if one did.</summary>
    public string? Schedule { get; private set; }

    /// <summary>The command's values, JSON.</summary>
    public string Values { get; private set; } = "";

    public JobStatus Status { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it may be begun; while it runs, when its lease ends. Null when it is over.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why the last try did not work.</summary>
    public string? Reason { get; private set; }

    public static JobRun Create(JobOrder order, DateTimeOffset now, DateTimeOffset due) => new()
    {
        Id = Common.Id.New<JobRunId>(),
        Name = order.Name,
        Shop = order.Shop,
        Schedule = order.Schedule,
        Values = order.Values,
        Status = JobStatus.Waiting,
        CreatedAt = now,
        DueAt = due,
    };

    /// <returns>False when it is not due, or runs, or is over.</returns>
    public bool Start(DateTimeOffset at)
    {
        if (DueAt is null || DueAt > at)
        {
            return false;
        }

        (Status, StartedAt, DueAt) = (JobStatus.Running, at, at + Lease);
        Attempts++;
        return true;
    }

    public void Finish(DateTimeOffset at) => End(JobStatus.Done, null, at);

    /// <summary>A bug or an outage: later again, a few times.</summary>
    public void Fail(string reason, DateTimeOffset at)
    {
        if (Attempts >= MaxAttempts)
        {
            Park(reason, at);
            return;
        }

        (Status, DueAt, Reason) = (JobStatus.Waiting, at + PauseAfter(Attempts), Short(reason));
    }

    /// <summary>Trying again would not help.</summary>
    public void Park(string reason, DateTimeOffset at) => End(JobStatus.Parked, reason, at);

    /// <summary>A person wants it tried again, with all its attempts.</summary>
    public Result Retry(DateTimeOffset at)
    {
        if (Status != JobStatus.Parked)
        {
            return JobErrors.NotParked;
        }

        (Status, DueAt, EndedAt, Attempts) = (JobStatus.Waiting, at, null, 0);
        return Result.Ok;
    }

    /// <summary>The process that ran it is known to be gone.</summary>
    public void Release(DateTimeOffset at) => (Status, DueAt) = (JobStatus.Waiting, at);

    /// <summary>Half a minute, then four times as long each time.</summary>
    public static TimeSpan PauseAfter(int attempts) => TimeSpan.FromSeconds(30 * Math.Pow(4, attempts - 1));

    private void End(JobStatus status, string? reason, DateTimeOffset at) =>
        (Status, DueAt, EndedAt, Reason) = (status, null, at, reason is null ? null : Short(reason));

    private static string Short(string reason) => reason.Length <= MaxReasonLength ? reason : reason[..MaxReasonLength];
}

/// <summary>What is to be done: a command's name and values, the shop, and the schedule that asked.</summary>
public sealed record JobOrder(string Name, string Values, TenantId? Shop, string? Schedule = null);
