using WaSaas.Domain.Tenants;

namespace WaSaas.Domain.Tests.Tenants;

public sealed class OpeningHoursTests
{
    /// <summary>Weekdays 8 to 19, Friday to 2 in the night, Sunday closed; Christmas closed.</summary>
    private static readonly ShopFacts Shop = new()
    {
        Hours = new Dictionary<DayOfWeek, OpeningHours>
        {
            [DayOfWeek.Monday] = new(new(8, 0), new(19, 0)),
            [DayOfWeek.Friday] = new(new(8, 0), new(2, 0)),
            [DayOfWeek.Saturday] = new(new(9, 0), new(13, 0)),
        },
        ClosedDays = [new DateOnly(2026, 12, 25)],
    };

    [Theory]
    [InlineData("2026-11-23T07:59", false)]
    [InlineData("2026-11-23T08:00", true)]
    [InlineData("2026-11-23T19:00", false)]
    [InlineData("2026-11-27T23:30", true)]
    [InlineData("2026-11-28T01:59", true)]
    [InlineData("2026-11-28T02:00", false)]
    [InlineData("2026-11-29T10:00", false)]
    [InlineData("2026-12-25T10:00", false)]
    [InlineData("2026-12-26T01:00", false)]
    public void A_shop_is_open_within_its_hours_also_over_midnight(string local, bool isOpen) => Assert.Equal(isOpen, Shop.IsOpen(DateTime.Parse(local, null)));

    [Theory]
    [InlineData("2026-11-23T07:00", "2026-11-23T08:00")]
    [InlineData("2026-11-23T20:00", "2026-11-27T08:00")]
    [InlineData("2026-11-28T14:00", "2026-11-30T08:00")]
    [InlineData("2026-12-24T10:00", "2026-12-26T09:00")]
    public void The_next_opening_skips_closed_days(string local, string opening) => Assert.Equal(DateTime.Parse(opening, null), Shop.NextOpening(DateTime.Parse(local, null)));

    [Fact]
    public void A_shop_that_tells_no_hours_counts_as_open_and_one_that_never_opens_has_no_next_time()
    {
        Assert.True(new ShopFacts().IsOpen(new DateTime(2026, 11, 23, 3, 0, 0)));
        Assert.Null((Shop with { Hours = new Dictionary<DayOfWeek, OpeningHours>() }).NextOpening(new DateTime(2026, 11, 23)));
    }

    [Fact]
    public void A_day_that_closes_when_it_opens_is_refused() => Assert.Equal(
        TenantErrors.HoursIncomplete,
        (Shop with { Hours = new Dictionary<DayOfWeek, OpeningHours> { [DayOfWeek.Monday] = new(new(8, 0), new(8, 0)) } }).Check().Error);
}
