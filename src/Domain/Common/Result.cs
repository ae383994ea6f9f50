namespace WaSaas.Domain.Common;

/// <summary>The outcome of something that may be refused. A refusal changes nothing.</summary>
public readonly record struct Result(Error? Error)
{
    public static readonly Result Ok;

    public bool IsOk => Error is null;

    public static implicit operator Result(Error error) => new(error);
}

/// <summary>As <see cref="Result"/>, with a value when it was not refused.</summary>
public readonly record struct Result<T>(T? Value, Error? Error)
{
    public bool IsOk => Error is null;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);
}
