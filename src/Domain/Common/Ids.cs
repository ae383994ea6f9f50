namespace WaSaas.Domain.Common;

/// <summary>An id of ours: a version 7 GUID with a type of its own, so that two kinds are never mixed up.</summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

public static class Id
{
    public static T New<T>()
        where T : struct, IId<T> => T.From(Guid.CreateVersion7());
}

public readonly record struct TenantId(Guid Value) : IId<TenantId>
{
    public static TenantId From(Guid value) => new(value);
}

public readonly record struct UserId(Guid Value) : IId<UserId>
{
    public static UserId From(Guid value) => new(value);
}
