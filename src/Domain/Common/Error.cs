namespace WaSaas.Domain.Common;

/// <summary>
/// A refusal that a person or the model can cause. <paramref name="Code"/> is snake_case and stable (screens and the API
/// translate it), <paramref name="Message"/> is English for logs and developers, <paramref name="Values"/> fill the
/// translated sentence, in order.
/// </summary>
public sealed record Error(string Code, string Message, params object[] Values)
{
    public static readonly Error NotFound = new("not_found", "There is no such thing here.");

    public static readonly Error EditedElsewhere =
        new("edited_elsewhere", "Somebody changed this in the meantime. Look at the new version, then save again.");

    public bool Equals(Error? other) => other is not null && Code == other.Code;

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}
