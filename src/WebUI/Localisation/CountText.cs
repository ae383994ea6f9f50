using System.Globalization;

namespace WaSaas.WebUI.Localisation;

/// <summary>Counts in groups of three: 5 000 in French (no-break space; the framework's thin one is hard to see), 5,000 in English.</summary>
public static class CountText
{
    public static string Of(int count)
    {
        var text = count.ToString("N0", CultureInfo.InvariantCulture);
        return Languages.Current == Languages.French ? text.Replace(',', '\u00a0') : text;
    }
}
