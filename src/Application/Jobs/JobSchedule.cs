namespace WaSaas.Application.Jobs;

public enum JobReach
{
    /// <summary>Once, without a shop in scope.</summary>
    Installation = 1,

    /// <summary>A job of its own for each shop.</summary>
    EachShop = 2,
}

/// <summary>A recurring job. Times of day are UTC.</summary>
/// <param name="Name">Stable, kebab-case; screens have the words for it.</param>
/// <param name="Reach">Whom it is for.</param>
/// <param name="Command">What is done.</param>
/// <param name="Every">The pause between two beginnings; a whole day when <paramref name="At"/> is given.</param>
/// <param name="At">The time of day, for daily ones.</param>
/// <param name="KeepsHistory">Whether runs that went well are kept to be looked at; not worth it for what runs every minute.</param>
public sealed record JobSchedule(string Name, JobReach Reach, Func<IJobCommand> Command, TimeSpan Every, TimeOnly? At, bool KeepsHistory)
{
    public static JobSchedule Often(string name, JobReach reach, TimeSpan every, Func<IJobCommand> command) => new(name, reach, command, every, null, false);

    public static JobSchedule Daily(string name, JobReach reach, TimeOnly at, Func<IJobCommand> command) => new(name, reach, command, TimeSpan.FromDays(1), at, true);

    /// <summary>When it is to begin, given when it last did; what was missed while nothing ran is due now.</summary>
    public DateTimeOffset NextAfter(DateTimeOffset? last, DateTimeOffset now)
    {
        var next = (last, At) switch
        {
            (null, null) => now,
            (null, { } time) => AtTimeAfter(now, time),
            ({ } begun, null) => begun + Every,
            ({ } begun, { } time) => AtTimeAfter(begun, time),
        };
        return next < now ? now : next;
    }

    private static DateTimeOffset AtTimeAfter(DateTimeOffset moment, TimeOnly time)
    {
        var today = new DateTimeOffset(moment.UtcDateTime.Date, TimeSpan.Zero) + time.ToTimeSpan();
        return today > moment ? today : today.AddDays(1);
    }
}
