using System.Globalization;
using System.Text;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.WebUI.Localisation;

/// <summary>Amounts as people type them: 15000, 15 000, 15.000, 24,90 € or 24.90.</summary>
public static class AmountText
{
    private const int Group = 3;

    public static bool TryParse(string? text, Currency currency, out long minor)
    {
        minor = 0;
        var compact = Compact(text ?? "", currency);
        var last = compact.LastIndexOfAny(['.', ',']);
        var decimals = last < 0 ? 0 : compact.Length - last - 1;
        var hasFraction = last >= 0 && decimals > 0 && decimals <= currency.Exponent;
        var whole = hasFraction ? compact[..last] : compact;
        var fraction = hasFraction ? compact[(last + 1)..] : "";
        return IsGrouped(whole)
            && long.TryParse(Digits(whole) + fraction.PadRight(currency.Exponent, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out minor);
    }

    /// <summary>As the form shows it, without the currency's sign.</summary>
    public static string ForInput(long minor, Currency currency)
    {
        var text = MoneyText.Of(new Money(minor, currency), Languages.Current);
        return new string([.. text.Where(c => char.IsAsciiDigit(c) || c is '.' or ',' or '\u00a0')]).Trim('\u00a0');
    }

    private static string Compact(string text, Currency currency)
    {
        var compact = new StringBuilder(text.Length);
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c)))
        {
            compact.Append(char.ToUpperInvariant(c));
        }

        return compact.Replace("FCFA", "").Replace("CFA", "").Replace(currency.Code, "").Replace("€", "").Replace("$", "").ToString().TrimEnd('F');
    }

    /// <summary>Points and commas between groups of three only: 1.5 is no amount of a currency without cents.</summary>
    private static bool IsGrouped(string whole)
    {
        var groups = whole.Split('.', ',');
        return groups[0].Length > 0
            && groups.All(g => g.Length > 0 && g.All(char.IsAsciiDigit))
            && groups.Skip(1).All(g => g.Length == Group)
            && (groups.Length == 1 || groups[0].Length <= Group);
    }

    private static string Digits(string whole) => new([.. whole.Where(char.IsAsciiDigit)]);
}
