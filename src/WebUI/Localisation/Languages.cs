using System.Globalization;

namespace WaSaas.WebUI.Localisation;

/// <summary>The two languages of the screens.</summary>
public static class Languages
{
    public const string French = "fr";
    public const string English = "en";

    public static readonly string[] All = [French, English];

    /// <summary>fr or en.</summary>
    public static string Current => Of(CultureInfo.CurrentUICulture.Name);

    public static string Of(string? culture) => culture?.StartsWith(English, StringComparison.OrdinalIgnoreCase) == true ? English : French;
}
