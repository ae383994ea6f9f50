using System.Globalization;
using System.Text.RegularExpressions;

namespace WaSaas.Application.Speech;

/// <summary>Dates and times of day in words.</summary>
internal static partial class SpokenDates
{
    private const int HoursOfADay = 24;

    public static string Say(string text, SpokenLanguage spoken)
    {
        text = AroundTheClock().Replace(text, match => $"{match.Groups[1].Value} {match.Groups[2].Value}");
        text = IsoDate().Replace(text, match => Date(match, spoken));
        text = SlashDate().Replace(text, match => Date(match, spoken));
        text = TimeRange().Replace(text, $" {spoken.To} ");
        text = ClockTime().Replace(text, match => Time(match, spoken));
        return Hours().Replace(text, match => spoken.Duration(Number(match.Groups["hours"])));
    }

    private static string Date(Match match, SpokenLanguage spoken)
    {
        var (day, month) = ((int)Number(match.Groups["day"]), (int)Number(match.Groups["month"]));
        int? year = match.Groups["year"].Success ? (int)Number(match.Groups["year"]) : null;
        return day is >= 1 and <= 31 && month is >= 1 and <= 12 ? spoken.Date(day, month, year < 100 ? year + 2000 : year) : match.Value;
    }

    private static string Time(Match match, SpokenLanguage spoken)
    {
        var (hour, minute) = ((int)Number(match.Groups["hour"]), match.Groups["minute"].Success ? (int)Number(match.Groups["minute"]) : 0);
        var half = match.Groups["half"].Success ? $"{char.ToLowerInvariant(match.Groups["half"].Value[0])}m" : null;
        return hour <= HoursOfADay && minute < 60 ? spoken.Time(hour, minute, half) : match.Value;
    }

    private static long Number(Group group) => long.Parse(group.Value, CultureInfo.InvariantCulture);

    // "24h/24", "7j/7": the second number has no unit.
    [GeneratedRegex(@"(?<!\d)(\d{1,2}\s?[hj])\s?/\s?(\d{1,2})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex AroundTheClock();

    [GeneratedRegex(@"(?<![\d-])(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\d-])")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"(?<![\d/])(?<day>\d{1,2})/(?<month>\d{1,2})(?:/(?<year>\d{4}|\d{2}))?(?![\d/])")]
    private static partial Regex SlashDate();

    [GeneratedRegex(@"(?<=\d\s?h(?:\d\d)?|\d:\d\d)\s?-\s?(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex TimeRange();

    [GeneratedRegex(
        @"(?<![\d:,.])(?<hour>\d{1,2})(?:\s?h\s?(?<minute>[0-5]\d)(?!\d)|:(?<minute>[0-5]\d)(?![\d:])|(?=\s?[ap]\.?m\b))(?:\s?(?<half>[ap])\.?m\b\.?)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"(?<![\d,.])(?<hours>\d{1,4})\s?(?:h|hrs?)(?![\p{L}\d])", RegexOptions.IgnoreCase)]
    private static partial Regex Hours();
}
