using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WaSaas.Domain.Jobs;

namespace WaSaas.Infrastructure.Persistence;

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.Property(j => j.Id).ValueGeneratedNever();
        builder.Property(j => j.Name).HasMaxLength(100);
        builder.Property(j => j.Schedule).HasMaxLength(60);
        builder.Property(j => j.Values).Metadata.SetMaxLength(null);
        builder.Property(j => j.Reason).HasMaxLength(JobRun.MaxReasonLength);

        // Of two processes that start it at once, one changes no row.
        builder.Property(j => j.Attempts).IsConcurrencyToken();
        builder.HasIndex(j => j.DueAt).HasFilter("DueAt IS NOT NULL");
        builder.HasIndex(j => new { j.Status, j.EndedAt });
    }
}

internal sealed class ScheduleStateConfiguration : IEntityTypeConfiguration<ScheduleState>
{
    public void Configure(EntityTypeBuilder<ScheduleState> builder)
    {
        builder.HasKey(s => s.Name);
        builder.Property(s => s.Name).HasMaxLength(60);
    }
}
