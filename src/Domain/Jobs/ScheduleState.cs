namespace WaSaas.Domain.Jobs;

/// <summary>What an installation remembers of one recurring job: when it last began, and whether somebody paused it.</summary>
public sealed class ScheduleState
{
    private ScheduleState()
    {
    }

    public ScheduleState(string name) => Name = name;

    public string Name { get; private set; } = "";

    public DateTimeOffset? PausedAt { get; private set; }

    public DateTimeOffset? LastStartedAt { get; private set; }

    public DateTimeOffset? LastDoneAt { get; private set; }

    public bool IsPaused => PausedAt is not null;

    public void Begin(DateTimeOffset at) => LastStartedAt = at;

    public void Done(DateTimeOffset at) => LastDoneAt = at;

    public void Pause(DateTimeOffset at) => PausedAt ??= at;

    public void Resume() => PausedAt = null;
}
