using System.Globalization;

namespace WaSaas.WebUI.Localisation;

/// <summary>Counts as people here write them: 10 000 with a no-break space in French, 10,000 in English.</summary>
public static class NumberText
{
    public static string Of(int count)
    {
        var format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        format.NumberGroupSeparator = Languages.Current == Languages.French ? "\u00a0" : ",";
        return count.ToString("N0", format);
    }
}
