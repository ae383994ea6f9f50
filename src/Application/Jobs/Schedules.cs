using WaSaas.Application.Retention;
using WaSaas.Application.WhatsApp;

namespace WaSaas.Application.Jobs;

/// <summary>Everything that recurs. A new one is one line here and its words in the resources (<c>Job.Name.NAME</c>).</summary>
public static class Schedules
{
    public static readonly IReadOnlyList<JobSchedule> All =
    [
        JobSchedule.Often("session-health", JobReach.Installation, TimeSpan.FromMinutes(1), () => new WatchSessions()),
        JobSchedule.Daily("shop-retention", JobReach.EachShop, new TimeOnly(2, 30), () => new PurgeShop()),
        JobSchedule.Daily("media-retention", JobReach.EachShop, new TimeOnly(2, 45), () => new PurgeMedia()),
        JobSchedule.Daily("installation-retention", JobReach.Installation, new TimeOnly(3, 0), () => new PurgeInstallation()),
    ];

    public static JobSchedule? Find(string? name) => All.FirstOrDefault(s => s.Name == name);
}
