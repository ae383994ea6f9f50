namespace WaSaas.Domain.Delivery.Places;

/// <summary>
/// Towns by country that customers write from. Where a shop has no zone of that name, they veto zones with a similar
/// name. Towns whose names are everyday words (Man, Mango) are left out: they would be heard everywhere.
/// </summary>
public static class KnownPlaces
{
    private static readonly Dictionary<string, string[]> ByCountry = new(StringComparer.OrdinalIgnoreCase)
    {
        ["TG"] = Places("Lomé, Atakpamé, Kpalimé, Sokodé, Kara, Dapaong, Tsévié, Aného, Notsé, Bassar, Niamtougou, Badou, Vogan, Tabligbo, "
            + "Sotouboua, Blitta, Tchamba, Kandé, Cinkassé, Amlamé, Afagnan, Pagouda, Guérin-Kouka, Bafilo, Anié, Kévé, Assahoun"),
        ["BJ"] = Places("Cotonou, Porto-Novo, Parakou, Djougou, Bohicon, Abomey, Natitingou, Lokossa, Ouidah, Kandi, Savalou, Malanville, "
            + "Pobè, Allada, Dassa-Zoumè, Tchaourou, Nikki, Bembèrèkè, Comè, Grand-Popo, Abomey-Calavi, Savè, Kétou"),
        ["CI"] = Places("Abidjan, Bouaké, Yamoussoukro, San-Pédro, Korhogo, Daloa, Gagnoa, Divo, Abengourou, Grand-Bassam, Bingerville, Anyama, "
            + "Dabou, Soubré, Odienné, Bondoukou, Ferkessédougou, Séguéla, Agboville, Adzopé, Aboisso, Bonoua, Assinie, Jacqueville, "
            + "Sassandra, Tiassalé, Toumodi, Dimbokro, Issia, Guiglo, Duékoué, Danané, Boundiali, Katiola, Sinfra, Oumé, Bouaflé"),
        ["SN"] = Places("Dakar, Thiès, Saint-Louis, Touba, Kaolack, Ziguinchor, Mbour, Rufisque, Diourbel, Louga, Tambacounda, Kolda, Fatick, "
            + "Matam, Kédougou, Sédhiou, Kaffrine, Tivaouane, Joal-Fadiouth, Saly, Richard-Toll, Podor, Bignona, Mbacké, Diamniadio"),
        ["ML"] = Places("Bamako, Sikasso, Ségou, Mopti, Kayes, Koutiala, Gao, Tombouctou, Kati, Bougouni, Koulikoro, Kita, Djenné, Niono"),
        ["BF"] = Places("Ouagadougou, Bobo-Dioulasso, Koudougou, Ouahigouya, Banfora, Kaya, Tenkodogo, Fada N'Gourma, Dédougou, Houndé, Koupéla"),
        ["NE"] = Places("Niamey, Zinder, Maradi, Agadez, Tahoua, Dosso, Diffa, Tillabéri, Arlit, Birni N'Konni, Gaya"),
        ["GN"] = Places("Conakry, Nzérékoré, Kankan, Kindia, Labé, Mamou, Boké, Kissidougou, Guéckédou, Siguiri, Coyah, Dubréka, Kamsar"),
        ["CM"] = Places("Douala, Yaoundé, Bafoussam, Bamenda, Garoua, Maroua, Ngaoundéré, Kribi, Limbé, Buéa, Ebolowa, Bertoua, Nkongsamba, "
            + "Edéa, Kumba, Dschang, Foumban, Mbalmayo, Sangmélima, Bafang, Mbouda, Loum, Tiko"),
        ["GA"] = Places("Libreville, Port-Gentil, Franceville, Oyem, Moanda, Mouila, Lambaréné, Tchibanga, Koulamoutou, Makokou, Bitam, Ntoum"),
        ["CG"] = Places("Brazzaville, Pointe-Noire, Dolisie, Nkayi, Ouesso, Owando, Impfondo, Madingou"),
        ["CD"] = Places("Kinshasa, Lubumbashi, Mbuji-Mayi, Kananga, Kisangani, Goma, Bukavu, Likasi, Kolwezi, Matadi, Bunia, Boma, Kikwit, Mbandaka"),
        ["TD"] = Places("N'Djamena, Moundou, Sarh, Abéché, Doba, Koumra, Bongor, Mongo"),
        ["CF"] = Places("Bangui, Bimbo, Berbérati, Carnot, Bambari, Bouar, Bossangoa, Bria"),
        ["GH"] = Places("Accra, Kumasi, Tamale, Takoradi, Cape Coast, Tema, Koforidua, Sunyani, Aflao, Keta, Techiman, Bolgatanga"),
        ["NG"] = Places("Lagos, Abuja, Ibadan, Kano, Port Harcourt, Benin City, Kaduna, Enugu, Aba, Jos, Ilorin, Abeokuta, Owerri, Calabar, Uyo, Warri"),
    };

    public static IEnumerable<string> Countries => ByCountry.Keys;

    /// <param name="country">ISO 3166 alpha-2; unknown or null = none.</param>
    /// <param name="shopCity">Not elsewhere, but too large to be a zone: "Lomé, Tokoin" is Tokoin.</param>
    public static IReadOnlyList<string> Of(string? country, string? shopCity) =>
        country is not null && ByCountry.TryGetValue(country, out var places)
            ? [.. places.Where(place => shopCity is null || !DeliveryZone.SameName(place, shopCity))]
            : [];

    private static string[] Places(string names) => names.Split(", ");
}
