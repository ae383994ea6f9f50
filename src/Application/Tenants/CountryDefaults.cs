using WaSaas.Application.Accounts;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants;

/// <summary>Currency and time zone of the countries where our vendors are; elsewhere both are asked for.</summary>
public static class CountryDefaults
{
    /// <summary>Where most of our vendors are.</summary>
    public const string Usual = "TG";

    private static readonly Dictionary<string, (string Currency, string TimeZone)> Table = new(StringComparer.Ordinal)
    {
        ["TG"] = ("XOF", "Africa/Lome"), ["BJ"] = ("XOF", "Africa/Porto-Novo"), ["CI"] = ("XOF", "Africa/Abidjan"), ["SN"] = ("XOF", "Africa/Dakar"),
        ["BF"] = ("XOF", "Africa/Ouagadougou"), ["ML"] = ("XOF", "Africa/Bamako"), ["NE"] = ("XOF", "Africa/Niamey"), ["GW"] = ("XOF", "Africa/Bissau"),
        ["CM"] = ("XAF", "Africa/Douala"), ["GA"] = ("XAF", "Africa/Libreville"), ["CG"] = ("XAF", "Africa/Brazzaville"), ["TD"] = ("XAF", "Africa/Ndjamena"),
        ["CF"] = ("XAF", "Africa/Bangui"), ["GQ"] = ("XAF", "Africa/Malabo"), ["CD"] = ("CDF", "Africa/Kinshasa"), ["GN"] = ("GNF", "Africa/Conakry"),
        ["GH"] = ("GHS", "Africa/Accra"), ["NG"] = ("NGN", "Africa/Lagos"), ["KE"] = ("KES", "Africa/Nairobi"), ["RW"] = ("RWF", "Africa/Kigali"),
        ["MA"] = ("MAD", "Africa/Casablanca"), ["DZ"] = ("DZD", "Africa/Algiers"), ["TN"] = ("TND", "Africa/Tunis"), ["MG"] = ("MGA", "Indian/Antananarivo"),
        ["FR"] = ("EUR", "Europe/Paris"), ["BE"] = ("EUR", "Europe/Brussels"), ["DE"] = ("EUR", "Europe/Berlin"), ["ES"] = ("EUR", "Europe/Madrid"),
        ["IT"] = ("EUR", "Europe/Rome"), ["LU"] = ("EUR", "Europe/Luxembourg"), ["PT"] = ("EUR", "Europe/Lisbon"), ["NL"] = ("EUR", "Europe/Amsterdam"),
        ["CH"] = ("CHF", "Europe/Zurich"), ["GB"] = ("GBP", "Europe/London"), ["CA"] = ("CAD", "America/Toronto"), ["US"] = ("USD", "America/New_York"),
    };

    /// <summary>ISO 3166 alpha-2, in the order of the form: neighbours first.</summary>
    public static IReadOnlyCollection<string> Countries => Table.Keys;

    public static IEnumerable<string> TimeZones => Table.Values.Select(row => row.TimeZone);

    public static (string Currency, string TimeZone) Of(string? country) =>
        country is not null && Table.TryGetValue(country, out var found) ? found : Table[Usual];

    /// <summary>A new shop's profile; what the vendor did not say comes from her country.</summary>
    internal static Result<ShopProfile> Profile(SignUp request)
    {
        var country = string.IsNullOrWhiteSpace(request.Country) ? Usual : request.Country.Trim().ToUpperInvariant();
        if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper))
        {
            return AccountErrors.CountryUnknown;
        }

        var defaults = Of(country);
        if (!Currency.TryParse(string.IsNullOrWhiteSpace(request.Currency) ? defaults.Currency : request.Currency, out var currency))
        {
            return AccountErrors.CurrencyUnknown;
        }

        var language = request.Language == "en" ? "en" : "fr";
        var timeZone = string.IsNullOrWhiteSpace(request.TimeZone) ? defaults.TimeZone : request.TimeZone;
        return new ShopProfile(request.ShopName, currency, $"{language}-{country}", timeZone, Country: country);
    }
}
