using System.Collections.Frozen;

namespace WaSaas.Application.Catalogue.Search;

/// <summary>Words that customers of West African shops use for one thing, French, English and local, folded.</summary>
internal static class Synonyms
{
    /// <summary>Two words that are one term.</summary>
    private static readonly (string Written, string Term)[] Compounds =
    [
        ("power bank", "powerbank"), ("batterie externe", "powerbank"), ("batterie de secours", "powerbank"), ("t shirt", "tshirt"),
        ("tee shirt", "tshirt"), ("smart phone", "smartphone"), ("lace front", "lacefront"), ("air pods", "airpods"), ("flip flop", "tong"),
        ("sac a main", "sacamain"), ("hand bag", "sacamain"), ("sac a dos", "sacados"), ("back pack", "sacados"), ("pot de fleur", "jardiniere"),
        ("rouge a levres", "lipstick"), ("lip stick", "lipstick"), ("carte memoire", "sdcard"), ("memory card", "sdcard"), ("cle usb", "cleusb"),
        ("usb stick", "cleusb"), ("flash drive", "cleusb"), ("machine a laver", "lavelinge"), ("washing machine", "lavelinge"),
        ("fer a repasser", "repasser"), ("huile de palme", "huilerouge"), ("palm oil", "huilerouge"), ("huile rouge", "huilerouge"),
        ("boucles d oreilles", "boucleoreille"), ("boucle d oreille", "boucleoreille"),
    ];

    private const string Groups =
        """
        pagne tissu wax fabric ankara etoffe cloth
        bazin basin getzner
        dentelle lace
        kente kita
        boubou grandboubou agbada
        robe dress gown
        jupe skirt
        chemise shirt
        tshirt maillot polo
        pantalon trouser pant
        jean denim
        costume suit
        veste blazer jacket
        pull sweater
        chaussette sock
        culotte slip underwear lingerie
        soutien brassiere bra
        chaussure shoe soulier
        basket sneaker tennis
        sandale sandal
        tong claquette slipper
        talon escarpin heel
        sacamain sac bag handbag pochette
        sacados cartable backpack
        ceinture belt
        chapeau hat
        casquette cap
        foulard scarf headwrap
        montre watch
        bijou jewelry jewellery
        collier necklace
        boucleoreille earring
        bague ring
        bracelet bangle
        lunette glasses sunglasses
        perruque wig
        meche hair tissage greffe extension
        natte tresse braid
        parfum perfume fragrance
        creme lotion pommade
        savon soap
        shampoing shampoo
        lipstick gloss
        maquillage makeup
        karite shea
        portable telephone phone smartphone mobile gsm
        ordinateur laptop computer pc
        tablette tablet ipad
        ecouteur earphone earbud airpods airpod
        casque headphone
        chargeur charger
        powerbank
        coque cover case
        enceinte speaker baffle
        television tele tv televiseur
        ventilateur ventilo fan
        climatiseur clim split
        frigo refrigerateur fridge
        congelateur freezer
        lavelinge
        mixeur blender
        marmite casserole pot
        poele pan
        assiette plate
        verre glass
        cuillere spoon
        matelas mattress
        drap bedsheet sheet
        rideau curtain
        oreiller pillow
        chaise chair
        lampe lamp torche
        ampoule bulb
        riz rice
        huile oil
        poisson fish
        poulet chicken
        viande meat
        tomate tomato
        lait milk
        sucre sugar
        jus juice
        gateau cake
        pain bread
        cahier notebook
        stylo bic pen
        couche diaper
        biberon bottle
        poussette stroller
        jouet toy
        poupee doll
        velo bicycle bike
        moto motorcycle
        """;

    private static readonly FrozenDictionary<string, string[]> Table = Build();

    public static string JoinCompounds(string folded)
    {
        foreach (var (written, term) in Compounds)
        {
            folded = folded.Contains(written, StringComparison.Ordinal)
                ? $" {folded} ".Replace($" {written} ", $" {term} ", StringComparison.Ordinal).Trim()
                : folded;
        }

        return folded;
    }

    /// <summary>Other terms for the same thing; empty when there are none.</summary>
    public static IReadOnlyList<string> Of(string term) => Table.TryGetValue(term, out var others) ? others : [];

    private static FrozenDictionary<string, string[]> Build()
    {
        var groups = Groups.Split('\n').Select(line => line.Trim().Split(' ').Select(Terms.Stem).ToArray());
        return groups
            .SelectMany(group => group.Select(term => (term, group)))
            .GroupBy(pair => pair.term, StringComparer.Ordinal)
            .ToFrozenDictionary(
                byTerm => byTerm.Key,
                byTerm => byTerm.SelectMany(pair => pair.group).Where(other => other != byTerm.Key).Distinct().ToArray(),
                StringComparer.Ordinal);
    }
}
