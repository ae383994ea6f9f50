namespace WaSaas.Domain.Common;

/// <summary>
/// A currency by its ISO 4217 code with its exponent (number of decimals of the minor unit: XOF 0, EUR 2, TND 3).
/// Source of the exponents: ISO 4217. Codes that are not in the table are refused rather than guessed.
/// </summary>
public sealed record Currency
{
    private static readonly Dictionary<string, int> Exponents = Table(
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
        (2, "AED ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CNY COP CRC CVE CZK "
            + "DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR JMD KES KGS KHR KZT LAK LBP "
            + "LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN "
            + "QAR RON RSD RUB SAR SBD SCR SEK SGD SLE SOS SRD SSP STN SZL THB TJS TOP TRY TTD TWD TZS UAH USD UYU UZS WST XCD YER ZAR ZMW"),
        (3, "BHD IQD JOD KWD LYD OMR TND"));

    private Currency(string code, int exponent) => (Code, Exponent) = (code, exponent);

    public string Code { get; }

    /// <summary>Number of decimals: one major unit is 10^Exponent minor units.</summary>
    public int Exponent { get; }

    public static Currency Xof { get; } = Of("XOF");

    public static Currency Eur { get; } = Of("EUR");

    public static bool TryParse(string? code, out Currency currency)
    {
        currency = null!;
        if (code is null || !Exponents.TryGetValue(code, out var exponent))
        {
            return false;
        }

        currency = new Currency(code, exponent);
        return true;
    }

    /// <exception cref="ArgumentException">The code is not an ISO 4217 code that this product knows.</exception>
    public static Currency Of(string code) => TryParse(code, out var currency)
        ? currency
        : throw new ArgumentException($"'{code}' is not a known ISO 4217 code.", nameof(code));

    public override string ToString() => Code;

    private static Dictionary<string, int> Table(params (int Exponent, string Codes)[] rows) => rows
        .SelectMany(row => row.Codes.Split(' ').Select(code => (code, row.Exponent)))
        .ToDictionary(pair => pair.code, pair => pair.Exponent, StringComparer.Ordinal);
}
