using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace WaSaas.Application.Speech;

internal sealed class SpokenFrench : SpokenLanguage
{
    private static readonly string[] Months =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly FrozenSet<string> FeminineNouns =
        ("pièce pièces heure heures fois minute minutes seconde secondes semaine semaines année années journée personne personnes commande "
        + "taille couleur robe robes chemise chemises jupe jupes paire paires boîte boîtes bouteille bouteilles montre montres photo photos "
        + "chaussure chaussures livraison unité unités carte cartes caisse caisses perruque perruques casquette lampe lampes livre livres")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, CurrencyWords> Currencies = new Dictionary<string, CurrencyWords>
    {
        ["XOF"] = new("franc CFA", "francs CFA"),
        ["XAF"] = new("franc CFA", "francs CFA"),
        ["GNF"] = new("franc guinéen", "francs guinéens"),
        ["CDF"] = new("franc congolais", "francs congolais"),
        ["CHF"] = new("franc suisse", "francs suisses"),
        ["EUR"] = new("euro", "euros"),
        ["USD"] = new("dollar", "dollars", "cent", "cents"),
        ["CAD"] = new("dollar canadien", "dollars canadiens", "cent", "cents"),
        ["GBP"] = new("livre", "livres", "penny", "pence", Feminine: true),
        ["GHS"] = new("cedi", "cedis", "pesewa", "pesewas"),
        ["NGN"] = new("naira", "nairas", "kobo", "kobos"),
        ["MAD"] = new("dirham", "dirhams"),
        ["TND"] = new("dinar", "dinars", "millime", "millimes"),
        ["F"] = new("franc", "francs"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> UnitNames = new Dictionary<string, string>
    {
        ["kg"] = "kilos", ["g"] = "grammes", ["mg"] = "milligrammes", ["km"] = "kilomètres", ["m"] = "mètres", ["cm"] = "centimètres",
        ["mm"] = "millimètres", ["m2"] = "mètres carrés", ["l"] = "litres", ["cl"] = "centilitres", ["ml"] = "millilitres", ["go"] = "gigas",
        ["gb"] = "gigas", ["mo"] = "mégas", ["mb"] = "mégas", ["to"] = "téras", ["mah"] = "milliampères-heures", ["w"] = "watts",
        ["v"] = "volts", ["min"] = "minutes", ["mn"] = "minutes", ["s"] = "secondes", ["j"] = "jours", ["°c"] = "degrés", ["°"] = "degrés",
        ["mp"] = "mégapixels", ["hz"] = "hertz", ["pcs"] = "pièces", ["pc"] = "pièce",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly (Regex Short, string Full)[] Shorthand =
    [
        (Word("s[.]?v[.]?p[.]?"), "s'il vous plaît"), (Word("s[.]?t[.]?p[.]?"), "s'il te plaît"), (Word("mme"), "madame"), (Word("mlle"), "mademoiselle"),
        (Word(@"mr[.]?|m[.](?=\s\p{Lu})"), "monsieur"), (Word("bd|bld|blvd"), "boulevard"), (Word(@"av[.](?=\s)|ave[.]?"), "avenue"),
        (Word("t[ée]l[.]?"), "téléphone"), (Word("rdv"), "rendez-vous"), (Word("env[.]"), "environ"), (Word("etc[.]?"), "et cetera"),
        (Word("p[.] ?ex[.]?|ex[.]"), "par exemple"), (Word("qt[ée][.]?"), "quantité"), (Word("r[ée]f[.]?"), "référence"), (Word("n°|num[.]"), "numéro"),
        (Word("max[.]?"), "maximum"), (Word("bjr"), "bonjour"), (Word("bsr"), "bonsoir"), (Word("f ?cfa|xof|xaf"), "francs CFA"),
    ];

    public override string Minus => "moins";

    public override string Plus => "plus";

    public override string To => "à";

    public override string And => "et";

    public override string Times => "fois";

    public override string PerCent => "pour cent";

    public override string Equal => "égale";

    public override string Point => "virgule";

    public override IReadOnlyDictionary<string, string> Units => UnitNames;

    protected override IReadOnlyList<(Regex Short, string Full)> Abbreviations => Shorthand;

    public override string Digit(int digit) => FrenchNumbers.Say(digit, feminine: false);

    public override string Number(long value, bool feminine = false) => FrenchNumbers.Say(value, feminine);

    public override string Counted(long value, string one, string many, bool feminine = false)
    {
        var link = value > 0 && value % 1_000_000 == 0 ? " de " : " ";
        return $"{Number(value, feminine)}{link}{(value < 2 ? one : many)}";
    }

    public override string Ordinal(int value, bool feminine) => FrenchNumbers.Ordinal(value, feminine);

    public override string Time(int hour, int minute, string? half)
    {
        var of24 = half == "pm" && hour < 12 ? hour + 12 : hour;
        return minute == 0 ? Duration(of24) : $"{Duration(of24)} {Number(minute)}";
    }

    public override string Duration(long hours) => Counted(hours, "heure", "heures", feminine: true);

    public override string Date(int day, int month, int? year) =>
        $"{(day == 1 ? "premier" : Number(day))} {Months[month - 1]}{(year is { } known ? $" {Number(known)}" : "")}";

    public override bool IsFeminine(string noun) => FeminineNouns.Contains(noun);

    public override CurrencyWords? Currency(string code) => Currencies.GetValueOrDefault(code);
}
