using WaSaas.Application.Retention;
using WaSaas.Application.Subscriptions;
using WaSaas.Application.WhatsApp;

namespace WaSaas.Application.Jobs;

/// <summary>Everything that recurs. A new one is one line here and its words in the resources (<c>Schedule.NAME</c>).</summary>
public static class Schedules
{
    public static readonly IReadOnlyList<JobSchedule> All =
    [
        JobSchedule.Often("session-health", JobReach.Installation, TimeSpan.FromMinutes(1), () => new WatchSessions()),
        JobSchedule.Daily("shop-retention", JobReach.EachShop, new TimeOnly(2, 30), () => new PurgeShop()),
        JobSchedule.Daily("media-retention", JobReach.EachShop, new TimeOnly(2, 45), () => new PurgeMedia()),
        JobSchedule.Daily("installation-retention", JobReach.Installation, new TimeOnly(3, 0), () => new PurgeInstallation()),
        JobSchedule.Often("plan-enforcement", JobReach.EachShop, TimeSpan.FromHours(1), () => new EnforcePlan()),
        JobSchedule.Often("billing-sync", JobReach.EachShop, TimeSpan.FromMinutes(30), () => new ReconcileBilling()),
        JobSchedule.Often("owner-reminders", JobReach.EachShop, TimeSpan.FromHours(6), () => new RemindOwners()),
        JobSchedule.Daily("usage-recount", JobReach.EachShop, new TimeOnly(1, 30), () => new ReconcileUsage()),
        JobSchedule.Daily("billing-backfill", JobReach.Installation, new TimeOnly(2, 0), () => new BackfillNotices()),
        JobSchedule.Daily("billing-retention", JobReach.Installation, new TimeOnly(3, 30), () => new ForgetOldNotices()),
    ];

    public static JobSchedule? Find(string? name) => All.FirstOrDefault(s => s.Name == name);
}
