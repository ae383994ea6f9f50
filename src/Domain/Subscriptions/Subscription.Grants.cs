using WaSaas.Domain.Common;

namespace WaSaas.Domain.Subscriptions;

/// <summary>Prepaid periods: given by an operator or paid beforehand, beside whatever recurs.</summary>
public sealed partial class Subscription
{
    public const int MaxGrantDays = 3_660;

    /// <summary>Prepaid periods, oldest first; those that are over stay for the record.</summary>
    public IReadOnlyList<PlanGrant> Grants { get; private set; } = [];

    /// <summary>A plan for so many days; days of the same plan add up.</summary>
    public Result<PlanGrant> GrantDays(Plan plan, int days, GrantSource source, DateTimeOffset at)
    {
        if (plan == Plan.Starter)
        {
            return SubscriptionErrors.StarterIsFree;
        }

        if (days is < 1 or > MaxGrantDays)
        {
            return SubscriptionErrors.GrantLength;
        }

        var from = Grants.Where(g => g.Plan == plan && g.Until > at).Select(g => g.Until!.Value).Append(at).Max();
        var grant = new PlanGrant(Guid.CreateVersion7(), plan, from, from.AddDays(days), source);
        Grants = [.. Grants, grant];
        Raise(new SubscriptionChanged(TenantId));
        return grant;
    }

    /// <summary>An operator takes a prepaid period back; what was used stays used.</summary>
    public Result EndGrant(Guid id, DateTimeOffset at)
    {
        if (!Grants.Any(g => g.Id == id && (g.Until is null || g.Until > at)))
        {
            return Error.NotFound;
        }

        Grants = [.. Grants.Select(g => g.Id == id ? g with { Until = at > g.From ? at : g.From } : g)];
        Raise(new SubscriptionChanged(TenantId));
        return Result.Ok;
    }

    /// <summary>Prepaid periods that end soon with nothing after them, and nobody was told; they count as told from now on.</summary>
    public IReadOnlyList<PlanGrant> TakeReminders(DateTimeOffset now, TimeSpan ahead)
    {
        var due = Grants.Where(g => g.RemindedAt is null && g.Until > now && g.Until <= now + ahead && PlanAt(g.Until.Value) < g.Plan).ToList();
        Grants = due.Count == 0 ? Grants : [.. Grants.Select(g => due.Contains(g) ? g with { RemindedAt = now } : g)];
        return due;
    }
}
