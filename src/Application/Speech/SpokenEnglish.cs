using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace WaSaas.Application.Speech;

internal sealed class SpokenEnglish : SpokenLanguage
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly FrozenDictionary<string, CurrencyWords> Currencies = new Dictionary<string, CurrencyWords>
    {
        ["XOF"] = new("CFA franc", "CFA francs"),
        ["XAF"] = new("CFA franc", "CFA francs"),
        ["GNF"] = new("Guinean franc", "Guinean francs"),
        ["CDF"] = new("Congolese franc", "Congolese francs"),
        ["CHF"] = new("Swiss franc", "Swiss francs"),
        ["EUR"] = new("euro", "euros", "cent", "cents"),
        ["USD"] = new("dollar", "dollars", "cent", "cents"),
        ["CAD"] = new("Canadian dollar", "Canadian dollars", "cent", "cents"),
        ["GBP"] = new("pound", "pounds", "penny", "pence"),
        ["GHS"] = new("cedi", "cedis", "pesewa", "pesewas"),
        ["NGN"] = new("naira", "naira", "kobo", "kobo"),
        ["MAD"] = new("dirham", "dirhams"),
        ["TND"] = new("dinar", "dinars", "millime", "millimes"),
        ["F"] = new("franc", "francs"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> UnitNames = new Dictionary<string, string>
    {
        ["kg"] = "kilos", ["g"] = "grams", ["mg"] = "milligrams", ["km"] = "kilometres", ["m"] = "metres", ["cm"] = "centimetres",
        ["mm"] = "millimetres", ["m2"] = "square metres", ["l"] = "litres", ["cl"] = "centilitres", ["ml"] = "millilitres", ["go"] = "gigabytes",
        ["gb"] = "gigabytes", ["mb"] = "megabytes", ["mo"] = "megabytes", ["to"] = "terabytes", ["mah"] = "milliampere-hours", ["w"] = "watts",
        ["v"] = "volts", ["min"] = "minutes", ["s"] = "seconds", ["°c"] = "degrees", ["°"] = "degrees", ["mp"] = "megapixels", ["hz"] = "hertz",
        ["pcs"] = "pieces", ["pc"] = "piece",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly (Regex Short, string Full)[] Shorthand =
    [
        (Word("pls|plz"), "please"), (Word("mr[.]?"), "mister"), (Word("mrs[.]?"), "missus"), (Word("blvd[.]?"), "boulevard"), (Word("ave[.]"), "avenue"),
        (Word("tel[.]?"), "telephone"), (Word("approx[.]?"), "approximately"), (Word("etc[.]?"), "et cetera"), (Word("e[.]g[.]?"), "for example"),
        (Word("qty[.]?"), "quantity"), (Word("ref[.]?"), "reference"), (Word("n°|no[.](?= )"), "number"), (Word("max[.]?"), "maximum"),
        (Word("f ?cfa|xof|xaf"), "CFA francs"),
    ];

    public override string Minus => "minus";

    public override string Plus => "plus";

    public override string To => "to";

    public override string And => "and";

    public override string Times => "times";

    public override string PerCent => "percent";

    public override string Equal => "equals";

    public override string Point => "point";

    public override IReadOnlyDictionary<string, string> Units => UnitNames;

    protected override IReadOnlyList<(Regex Short, string Full)> Abbreviations => Shorthand;

    public override string Digit(int digit) => EnglishNumbers.Say(digit);

    public override string Number(long value, bool feminine = false) => EnglishNumbers.Say(value);

    public override string Counted(long value, string one, string many, bool feminine = false) => $"{Number(value)} {(value == 1 ? one : many)}";

    public override string Ordinal(int value, bool feminine) => EnglishNumbers.Ordinal(value);

    public override string Time(int hour, int minute, string? half)
    {
        var part = half ?? (hour is >= 12 and < 24 ? "pm" : "am");
        var of12 = hour % 12 == 0 ? 12 : hour % 12;
        var minutes = minute == 0 ? "" : minute < 10 ? $" oh {Number(minute)}" : $" {Number(minute)}";
        return $"{Number(of12)}{minutes} {(part == "pm" ? "p.m." : "a.m.")}";
    }

    public override string Duration(long hours) => Counted(hours, "hour", "hours");

    public override string Date(int day, int month, int? year) =>
        $"{Ordinal(day, feminine: false)} of {Months[month - 1]}{(year is { } known ? $" {Number(known)}" : "")}";

    public override bool IsFeminine(string noun) => false;

    public override CurrencyWords? Currency(string code) => Currencies.GetValueOrDefault(code);
}
