namespace WaSaas.WebUI.Live;

/// <summary>Something that a page shows was committed. The number is also the id by which a browser asks for what it missed.</summary>
public sealed record LiveEvent(long Sequence, Guid TenantId, string Topic, Guid? SubjectId);

/// <summary>What happened after a given number.</summary>
/// <param name="Missed">Not everything is known any more: whoever shows something shows it anew.</param>
/// <param name="Events">In order.</param>
/// <param name="UpTo">The number to go on from.</param>
public sealed record LiveBatch(bool Missed, IReadOnlyList<LiveEvent> Events, long UpTo)
{
    public bool Concerns(string topic) => Missed || Events.Any(e => e.Topic == topic);

    public bool Concerns(string topic, Guid subject) => Missed || Events.Any(e => e.Topic == topic && e.SubjectId == subject);
}
