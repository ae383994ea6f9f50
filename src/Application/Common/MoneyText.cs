using System.Globalization;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Common;

/// <summary>
/// Amounts as people here write them: <c>32 500 F</c> in French (no-break spaces), <c>32,500 F</c> in English; euros
/// <c>24,90 €</c> and <c>€24.90</c>; other currencies by their code.
/// </summary>
public static class MoneyText
{
    private const char NoBreak = '\u00a0';

    public static string Of(Money money, string language)
    {
        var french = language != "en";
        var number = Number(money, french);
        return (money.Currency.Code, french) switch
        {
            ("XOF" or "XAF", _) => $"{number}{NoBreak}F",
            ("EUR", true) => $"{number}{NoBreak}€",
            ("EUR", false) => $"€{number}",
            _ => $"{number}{NoBreak}{money.Currency.Code}",
        };
    }

    /// <summary>A currency as people call it: nobody says XOF.</summary>
    public static string NameOf(Currency currency) => currency.Code switch
    {
        "XOF" or "XAF" => $"F{NoBreak}CFA",
        "EUR" => "€",
        var code => code,
    };

    private static string Number(Money money, bool french)
    {
        var format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        format.NumberGroupSeparator = french ? NoBreak.ToString() : ",";
        format.NumberDecimalSeparator = french ? "," : ".";
        var exponent = money.Currency.Exponent;
        var major = money.Minor / (decimal)Math.Pow(10, exponent);
        return major.ToString("N" + exponent.ToString(CultureInfo.InvariantCulture), format);
    }
}
