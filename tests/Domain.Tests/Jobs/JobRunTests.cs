using WaSaas.Domain.Jobs;

namespace WaSaas.Domain.Tests.Jobs;

public sealed class JobRunTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_job_is_not_begun_before_its_hour_nor_twice()
    {
        var run = New(Noon);

        Assert.False(run.Start(Noon.AddSeconds(-1)));
        Assert.True(run.Start(Noon));
        Assert.False(run.Start(Noon.AddMinutes(1)));
        Assert.Equal((JobStatus.Running, 1), (run.Status, run.Attempts));
    }

    [Fact]
    public void A_job_whose_process_died_may_be_begun_again_when_its_lease_ends()
    {
        var run = New(Noon);
        run.Start(Noon);

        Assert.True(run.Start(Noon + JobRun.Lease));
        Assert.Equal(2, run.Attempts);
    }

    [Fact]
    public void Each_failure_waits_four_times_as_long_and_the_fifth_parks_with_its_reason()
    {
        var (run, at, pauses) = (New(Noon), Noon, new List<double>());
        for (var attempt = 1; attempt < JobRun.MaxAttempts; attempt++)
        {
            Assert.True(run.Start(at));
            run.Fail("outage", at);
            pauses.Add((run.DueAt!.Value - at).TotalSeconds);
            at = run.DueAt.Value;
        }

        Assert.Equal([30, 120, 480, 1_920], pauses);
        Assert.True(run.Start(at));
        run.Fail("still out", at);
        Assert.Equal((JobStatus.Parked, "still out", (DateTimeOffset?)null), (run.Status, run.Reason, run.DueAt));
    }

    [Fact]
    public void A_parked_job_gets_all_its_attempts_again_when_a_person_wants_it()
    {
        var run = New(Noon);
        run.Start(Noon);
        run.Park("refused", Noon);

        Assert.True(run.Retry(Noon.AddHours(1)).IsOk);
        Assert.Equal((JobStatus.Waiting, 0), (run.Status, run.Attempts));
        Assert.True(run.Start(Noon.AddHours(1)));
    }

    [Fact]
    public void A_job_that_is_done_is_not_tried_again()
    {
        var run = New(Noon);
        run.Start(Noon);
        run.Finish(Noon);

        Assert.Equal(JobErrors.NotParked, run.Retry(Noon).Error);
        Assert.False(run.Start(Noon.AddDays(1)));
    }

    private static JobRun New(DateTimeOffset due) => JobRun.Create(new JobOrder("PurgeShop", "{}", null), due, due);
}
