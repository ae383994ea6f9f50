using System.Globalization;
using WaSaas.Application.Catalogue;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;

namespace WaSaas.Benchmarks.Search;

/// <summary>A made-up shop of many kinds of goods, and what its customers write, one in four with a slip of the finger.</summary>
internal static class Catalogue
{
    private static readonly string[] Kinds =
        ["wax", "bazin", "kente", "dentelle", "guipure", "robe", "chemise", "foulard", "sac", "sandale", "chaussure", "montre", "bracelet", "collier", "parfum",
            "savon", "crème", "mèche", "perruque", "téléphone", "chargeur", "écouteur", "ventilateur", "casserole", "marmite", "assiette", "matelas", "drap", "rideau", "lampe"];

    private static readonly string[] Makes =
        ["hollandais", "ivoirien", "riche", "moyen", "suisse", "brodé", "imprimé", "tissé", "artisanal", "premium", "classique", "royal", "moderne", "ancien", "doublé",
            "Samsung", "Tecno", "Infinix", "Binatone", "Vlisco", "Woodin", "Uniwax", "Adidas", "Nivea", "Dangote"];

    private static readonly string[] Colours = ["rouge", "bleu", "vert", "jaune", "noir", "blanc", "rose", "violet", "orange", "gris", "doré", "bordeaux"];

    private static readonly string[] Askings = ["{0}", "bonjour {0} c'est combien ?", "vous avez {0} ?", "je cherche {0} svp", "how much is {0} please", "prix {0}"];

    public static List<CatalogueItem> Draw(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(1, count).Select(n => Item(random, n))];
    }

    public static List<string> Questions(int seed, int count)
    {
        var random = new Random(seed + 1);
        return [.. Enumerable.Range(0, count).Select(_ => string.Format(CultureInfo.InvariantCulture, Of(Askings, random), Typed(Name(random), random)))];
    }

    private static CatalogueItem Item(Random random, int number)
    {
        var name = $"{Name(random)} {number.ToString(CultureInfo.InvariantCulture)}";
        var description = $"{name}, {Of(Makes, random)} et {Of(Colours, random)}, qualité {Of(Makes, random)}, livré avec garantie.";
        return new CatalogueItem(Id.New<ProductId>(), $"SKU-{number}", name, Of(Kinds, random), description, random.Next(5, 900) * 100, random.Next(0, 30));
    }

    private static string Name(Random random) => $"{Of(Kinds, random)} {Of(Makes, random)} {Of(Colours, random)}";

    private static string Typed(string name, Random random)
    {
        if (random.Next(4) > 0)
        {
            return name;
        }

        var place = random.Next(1, name.Length - 1);
        return string.Concat(name.AsSpan(0, place), name.AsSpan(place + 1));
    }

    private static string Of(string[] words, Random random) => words[random.Next(words.Length)];
}
