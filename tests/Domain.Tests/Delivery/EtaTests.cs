using WaSaas.Domain.Delivery;

namespace WaSaas.Domain.Tests.Delivery;

public sealed class EtaTests
{
    private static readonly TimeOnly Four = new(16, 0);
    private static readonly DeliveryCalendar ClosedSundays = new("Africa/Lome", [DayOfWeek.Sunday], [new(2026, 11, 26)]);

    [Theory]
    [InlineData("2026-11-24T15:59:59Z", "2026-11-24")] // Tuesday, before the cut-off
    [InlineData("2026-11-24T16:00:00Z", "2026-11-25")]
    [InlineData("2026-11-25T17:00:00Z", "2026-11-27")] // the 26th is a closed day
    [InlineData("2026-11-26T09:00:00Z", "2026-11-27")] // written on a closed day
    [InlineData("2026-11-28T18:00:00Z", "2026-11-30")] // Saturday evening, closed on Sunday
    [InlineData("2026-11-29T08:00:00Z", "2026-11-30")]
    public void Before_the_cut_off_it_is_the_same_day_else_the_next_open_one(string at, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), Eta.At(DateTimeOffset.Parse(at, null), ClosedSundays, Four, null).Day);

    [Theory]
    [InlineData("Africa/Lome", "2026-11-24", true)]
    [InlineData("Africa/Douala", "2026-11-25", false)] // 16:30 there
    [InlineData("Africa/Nairobi", "2026-11-25", false)]
    [InlineData("America/Montreal", "2026-11-24", true)]
    public void The_clock_is_the_shops(string zone, string day, bool sameDay)
    {
        var eta = Eta.At(new DateTimeOffset(2026, 11, 24, 15, 30, 0, TimeSpan.Zero), new DeliveryCalendar(zone, [], []), Four, null);

        Assert.Equal((DateOnly.Parse(day, null), sameDay), (eta.Day!.Value, eta.IsSameDay));
    }

    [Fact]
    public void Summer_time_is_kept() => Assert.True(
        Eta.At(new DateTimeOffset(2026, 7, 1, 13, 30, 0, TimeSpan.Zero), new DeliveryCalendar("Europe/Paris", [], []), Four, null).IsSameDay);

    [Fact]
    public void Without_a_cut_off_no_day_is_promised() => Assert.Null(Eta.At(Lome.Noon, ClosedSundays, null, "24 à 48 h").Day);

    [Fact]
    public void A_shop_that_never_opens_promises_no_day() =>
        Assert.Null(Eta.At(Lome.Noon, new DeliveryCalendar("Africa/Lome", Enum.GetValues<DayOfWeek>(), []), Four, null).Day);

    [Theory]
    [InlineData("fr", "2026-11-24T10:00:00Z", "Livraison aujourd'hui pour une commande avant 16 h (2 h).")]
    [InlineData("en", "2026-11-24T10:00:00Z", "Delivery today for orders before 16:00 (2 h).")]
    [InlineData("fr", "2026-11-24T17:00:00Z", "Livraison demain.")]
    [InlineData("en", "2026-11-24T17:00:00Z", "Delivery tomorrow.")]
    [InlineData("fr", "2026-11-25T17:00:00Z", "Livraison vendredi 27 novembre.")]
    [InlineData("en", "2026-11-25T17:00:00Z", "Delivery on Friday 27 November.")]
    public void The_sentence_says_the_day(string language, string at, string sentence) =>
        Assert.Equal(sentence, EtaSentence.In(language, Eta.At(DateTimeOffset.Parse(at, null), ClosedSundays, Four, "2 h")));

    [Theory]
    [InlineData("fr", "24 à 48 h", "Délai de livraison : 24 à 48 h.")]
    [InlineData("en", "24 to 48 h", "Delivery time: 24 to 48 h.")]
    [InlineData("fr", null, "")]
    public void Without_a_cut_off_the_vendors_words_are_all_there_is(string language, string? words, string sentence) =>
        Assert.Equal(sentence, EtaSentence.In(language, Eta.At(Lome.Noon, ClosedSundays, null, words)));

    [Fact]
    public void Half_hours_and_first_days_are_written_as_people_do() => Assert.Equal(
        ("Livraison aujourd'hui pour une commande avant 16 h\u00a030.", "Livraison vendredi 1er janvier."),
        (EtaSentence.In("fr", Eta.At(Lome.Noon, Lome.AlwaysOpen, new TimeOnly(16, 30), null)),
            EtaSentence.In("fr", new Eta(null, new DateOnly(2027, 1, 1), new DateOnly(2026, 12, 24), Four))));
}
