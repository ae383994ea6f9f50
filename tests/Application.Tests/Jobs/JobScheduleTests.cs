using WaSaas.Application.Jobs;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tests.Jobs;

public sealed class JobScheduleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly JobSchedule Nightly = JobSchedule.Daily("nightly", JobReach.Installation, new TimeOnly(2, 30), NoCommand);
    private static readonly JobSchedule EachMinute = JobSchedule.Often("often", JobReach.Installation, TimeSpan.FromMinutes(1), NoCommand);

    [Fact]
    public void A_nightly_job_begins_at_its_hour() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 2, 30, 0, TimeSpan.Zero), Nightly.NextAfter(Noon.AddHours(-9), Noon));

    [Fact]
    public void A_night_that_was_missed_is_made_up_for_at_once() => Assert.Equal(Noon, Nightly.NextAfter(Noon.AddDays(-2), Noon));

    [Fact]
    public void A_nightly_job_that_never_ran_waits_for_its_night() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 2, 30, 0, TimeSpan.Zero), Nightly.NextAfter(null, Noon));

    [Fact]
    public void A_frequent_job_keeps_its_pace_and_makes_up_for_one_only()
    {
        Assert.Equal(Noon.AddSeconds(20), EachMinute.NextAfter(Noon.AddSeconds(-40), Noon));
        Assert.Equal(Noon, EachMinute.NextAfter(Noon.AddHours(-3), Noon));
    }

    [Fact]
    public void Every_schedule_has_a_name_of_its_own_and_a_command_that_survives_its_row()
    {
        Assert.Equal(Schedules.All.Count, Schedules.All.Select(s => s.Name).Distinct().Count());
        Assert.All(Schedules.All, schedule =>
        {
            var command = schedule.Command();
            var order = JobOrders.For(command, null, schedule.Name);
            Assert.Equal(command, JobOrders.CommandOf(order.Name, order.Values));
        });
    }

    [Fact]
    public void Only_what_is_meant_to_be_a_job_comes_out_of_a_row()
    {
        Assert.Null(JobOrders.CommandOf("CreateOperator", """{"Email":"eve@example.com","Language":"fr"}"""));
        Assert.NotEmpty(JobOrders.Commands);
    }

    private static IJobCommand NoCommand() => throw new InvalidOperationException($"{nameof(Result)} is not asked for here.");
}
