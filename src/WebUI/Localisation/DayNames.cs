using System.Globalization;

namespace WaSaas.WebUI.Localisation;

/// <summary>Days of the week in the visitor's language, with a capital as at the start of a line.</summary>
public static class DayNames
{
    public static string Of(DayOfWeek day)
    {
        var name = CultureInfo.GetCultureInfo(Languages.Current).DateTimeFormat.GetDayName(day);
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
