using System.Globalization;

namespace WaSaas.WebUI.Localisation;

/// <summary>How large a file is: 12 ko, 1,4 Mo in French; 12 KB, 1.4 MB in English.</summary>
public static class SizeText
{
    private const double Kilo = 1_024;

    /// <returns>Empty when it is not known.</returns>
    public static string Of(long? bytes)
    {
        var (kilo, mega) = Languages.Current == Languages.French ? ("ko", "Mo") : ("KB", "MB");
        return bytes is not > 0 ? ""
            : bytes < Kilo * Kilo ? $"{Math.Max(1, Math.Round(bytes.Value / Kilo)):F0}\u00a0{kilo}"
            : $"{(bytes.Value / (Kilo * Kilo)).ToString("0.#", CultureInfo.GetCultureInfo(Languages.Current))}\u00a0{mega}";
    }
}
