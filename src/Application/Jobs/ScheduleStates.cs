using Microsoft.EntityFrameworkCore;
using WaSaas.Domain.Jobs;

namespace WaSaas.Application.Jobs;

/// <summary>The states of schedules in the present unit of work; one is made when it is first asked for.</summary>
public sealed class ScheduleStates(IJobsDbContext db)
{
    public async Task<ScheduleState> GetAsync(string name, CancellationToken ct)
    {
        if (await db.JobSchedules.SingleOrDefaultAsync(s => s.Name == name, ct) is { } known)
        {
            return known;
        }

        var state = new ScheduleState(name);
        db.JobSchedules.Add(state);
        return state;
    }
}
