namespace WaSaas.Domain.Delivery;

/// <summary>The sentence about the time of delivery, in French or English. Empty when nothing may be said.</summary>
public static class EtaSentence
{
    private static readonly string[] FrenchDays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];

    private static readonly string[] FrenchMonths =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly string[] EnglishMonths =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    public static string In(string language, Eta eta) => language == "en" ? English(eta) : French(eta);

    /// <summary>A day in words.</summary>
    public static string Day(string language, DateOnly day) => language == "en" ? EnglishDate(day) : FrenchDate(day);

    private static string French(Eta eta)
    {
        var day = DayOf(eta, "aujourd'hui", "demain", FrenchDate);
        var until = eta is { IsSameDay: true, Cutoff: { } last } ? $" pour une commande avant {last.Hour} h{last.Minute:\u00a000;;#}" : "";
        return Sentence(day is null ? null : $"Livraison {day}{until}", WordsBeside(eta), "Délai de livraison : ");
    }

    private static string FrenchDate(DateOnly day) =>
        $"{FrenchDays[(int)day.DayOfWeek]} {(day.Day == 1 ? "1er" : day.Day)} {FrenchMonths[day.Month - 1]}";

    private static string EnglishDate(DateOnly day) => $"{day.DayOfWeek} {day.Day} {EnglishMonths[day.Month - 1]}";

    private static string English(Eta eta)
    {
        var day = DayOf(eta, "today", "tomorrow", d => $"on {EnglishDate(d)}");
        var until = eta is { IsSameDay: true, Cutoff: { } last } ? $" for orders before {last:HH\\:mm}" : "";
        return Sentence(day is null ? null : $"Delivery {day}{until}", WordsBeside(eta), "Delivery time: ");
    }

    /// <summary>"Within two hours" is true of today; beside a later day it would contradict it.</summary>
    private static string? WordsBeside(Eta eta) => eta.Day is null || eta.IsSameDay ? eta.Words : null;

    private static string? DayOf(Eta eta, string today, string tomorrow, Func<DateOnly, string> date) => eta.Day switch
    {
        null => null,
        { } day when day == eta.SaidOn => today,
        { } day when day == eta.SaidOn.AddDays(1) => tomorrow,
        { } day => date(day),
    };

    private static string Sentence(string? promise, string? words, string lead) => (promise, words) switch
    {
        (null, null) => "",
        (null, _) => $"{lead}{words}.",
        (_, null) => $"{promise}.",
        _ => $"{promise} ({words}).",
    };
}
