using Microsoft.EntityFrameworkCore;
using WaSaas.Domain.Jobs;

namespace WaSaas.Application.Jobs;

/// <summary>Rows of the installation, of no shop: jobs with their history, and schedules.</summary>
public interface IJobsDbContext
{
    DbSet<JobRun> JobRuns { get; }

    DbSet<ScheduleState> JobSchedules { get; }
}
