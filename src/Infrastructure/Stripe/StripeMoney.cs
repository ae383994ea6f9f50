using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.Stripe;

/// <summary>
/// Stripe counts some currencies in other units than ISO 4217 does (MGA has no decimals there, ISK and UGX have two). Its
/// list of zero- and three-decimal currencies, as of the pinned version.
/// </summary>
internal static class StripeMoney
{
    private static readonly HashSet<string> Whole =
        ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"];

    private static readonly HashSet<string> Thousandths = ["BHD", "JOD", "KWD", "OMR", "TND"];

    public static Money? Read(long? amount, string? currency)
    {
        if (amount is not { } minor || !Currency.TryParse(currency?.ToUpperInvariant(), out var known))
        {
            return null;
        }

        var decimals = Whole.Contains(known.Code) ? 0 : Thousandths.Contains(known.Code) ? 3 : 2;
        for (; decimals < known.Exponent; decimals++)
        {
            minor = checked(minor * 10);
        }

        for (; decimals > known.Exponent; decimals--)
        {
            minor /= 10;
        }

        return new Money(minor, known);
    }
}
