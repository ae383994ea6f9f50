using System.Text.RegularExpressions;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Speech;

/// <summary>Amounts with their currency in words: "15 750 F", "€24.90", "18 mille F", "12 500 GNF".</summary>
internal static partial class SpokenAmounts
{
    public static string Say(string text, SpokenLanguage spoken, Currency shop)
    {
        text = PricePer().Replace(text, ", ");
        text = Before().Replace(text, match => Say(match, spoken, shop));
        text = After().Replace(text, match => Say(match, spoken, shop));
        return Thousands().Replace(text, match => Amount(match, 0) is { } value ? Spaced(spoken.Number(value.Whole)) : match.Value);
    }

    private static string Say(Match match, SpokenLanguage spoken, Currency shop)
    {
        var code = Code(match.Groups["currency"].Value, shop);
        var exponent = Currency.TryParse(code, out var known) ? known.Exponent : shop.Exponent;
        if (Amount(match, exponent) is not { } amount || (spoken.Currency(code) ?? new CurrencyWords(code, code)) is not { } words)
        {
            return match.Value;
        }

        var minus = match.Groups["minus"].Success ? $"{spoken.Minus} " : "";
        var whole = spoken.Counted(amount.Whole, words.One, words.Many, words.Feminine);
        var part = amount.Part == 0 ? "" : $" {spoken.And} {spoken.Counted(amount.Part, words.SubOne, words.SubMany)}";
        return Spaced(minus + whole + part);
    }

    private static (long Whole, long Part)? Amount(Match match, int exponent)
    {
        var number = SpokenNumbers.Read(match.Groups["number"].Value, exponent);
        if (number is not { Whole: < 1_000_000_000_000 } read)
        {
            return null;
        }

        var factor = match.Groups["scale"].Value.ToLowerInvariant() switch
        {
            "" => 1L,
            "k" or "mille" or "mil" or "thousand" => 1_000,
            _ => 1_000_000,
        };

        // "12,5k": what stands behind the decimal sign is part of the thousands.
        return factor == 1 ? (read.Whole, read.Part(exponent)) : ((read.Whole * factor) + (long)(read.Fraction * factor), 0);
    }

    private static string Code(string written, Currency shop) => new string([.. written.ToUpperInvariant().Where(c => !char.IsWhiteSpace(c))]) switch
    {
        "€" or "EUR" or "EURO" or "EUROS" => "EUR",
        "$" or "USD" or "DOLLAR" or "DOLLARS" => "USD",
        "£" or "GBP" => "GBP",
        "FCFA" or "CFA" or "XOF" or "FRANCCFA" or "FRANCSCFA" => "XOF",
        "F" or "FRANC" or "FRANCS" => shop.Code is "XOF" or "XAF" or "GNF" or "CDF" or "CHF" ? shop.Code : "F",
        var code => code,
    };

    private static string Spaced(string words) => $" {words} ";

    private const string Number = @"(?<![\d\p{L}])(?<minus>-)?(?<number>\d{1,3}(?:[ .,'’]\d{3})+(?!\d)(?:[.,]\d{1,3}(?!\d))?|\d+(?:[.,]\d{1,3}(?!\d))?)";
    private const string Scale = @"(?:\s?(?<scale>k|mille|mil|thousand|millions?)(?!\p{L})(?:\s(?:de|of))?)?";

    [GeneratedRegex(@"(?<currency>€|\$|£)\s?" + Number + Scale, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex(
        Number + Scale + @"\s?(?<currency>f\s?cfa|francs?\s?cfa|cfa|francs?|f|€|euros?|\$|dollars?|£|XOF|XAF|EUR|USD|GBP|GNF|CDF|CHF|CAD|GHS|NGN|MAD|TND|KES|UGX|RWF|ZAR)(?![\p{L}\d])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex(Number + @"\s?(?<scale>k|mil)(?![\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    // "1 500 F/pièce" is read with a pause.
    [GeneratedRegex(@"(?<=(?:f|cfa|€|\$|£))\s?/\s?(?=\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex PricePer();
}
