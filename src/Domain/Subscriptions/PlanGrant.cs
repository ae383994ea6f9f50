namespace WaSaas.Domain.Subscriptions;

/// <summary>Who gave a prepaid period.</summary>
public enum GrantSource
{
    Operator = 1,
    Payment = 2,
}

/// <summary>
/// A plan for a time, paid or given beforehand. It lies beside whatever recurs, and the better of the two counts.
/// </summary>
/// <param name="Until">Null = without end.</param>
/// <param name="RemindedAt">When the owners were told that it ends.</param>
public sealed record PlanGrant(
    Guid Id, Plan Plan, DateTimeOffset From, DateTimeOffset? Until, GrantSource Source, DateTimeOffset? RemindedAt = null)
{
    public bool CoversAt(DateTimeOffset now) => From <= now && (Until is null || now < Until);
}
