namespace WaSaas.Domain.Common;

/// <summary>Something that happened inside an aggregate and that others may want to know after the commit.</summary>
public interface IDomainEvent
{
    TenantId TenantId { get; }
}

/// <summary>A row that belongs to one shop. The persistence wall (filter, save guard, keys) hangs on this.</summary>
public interface ITenantOwned
{
    TenantId TenantId { get; }
}

public abstract class AggregateRoot
{
    private readonly List<IDomainEvent> _events = [];

    public IReadOnlyList<IDomainEvent> Events => _events;

    public IReadOnlyList<IDomainEvent> TakeEvents()
    {
        var taken = _events.ToArray();
        _events.Clear();
        return taken;
    }

    protected void Raise(IDomainEvent happened) => _events.Add(happened);
}
