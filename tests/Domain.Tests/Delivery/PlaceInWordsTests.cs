using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Delivery.Places;

namespace WaSaas.Domain.Tests.Delivery;

public sealed class PlaceInWordsTests
{
    [Theory]
    [InlineData("Adidogomé", "Adidogomé")]
    [InlineData("je suis à ADIDOGOME svp", "Adidogomé")]
    [InlineData("adidogome.", "Adidogomé")]
    [InlineData("Livrez-moi ça à Nyékonakpoè demain", "Nyékonakpoè")]
    [InlineData("nyekonakpoe", "Nyékonakpoè")]
    [InlineData("moi c'est sagbado", "Adidogomé")]
    [InlineData("je suis à bè kpota", "Bè Kpota")]
    [InlineData("bekpota", "Bè Kpota")]
    [InlineData("Bè-Kpota, derrière l'église", "Bè Kpota")]
    [InlineData("Carrefour Bè-Kpota", "Bè Kpota")]
    [InlineData("je reste à Bè", "Bè")]
    [InlineData("chez moi à be", "Bè")]
    [InlineData("I live in Tokoin near the mosque", "Tokoin")]
    [InlineData("livraison à Adakpamé", "Adakpamé")]
    [InlineData("pharmacie sainte-rita", "Adidogomé")]
    [InlineData("je n'habite plus à Tokoin, je suis à Kégué", "Kégué")]
    [InlineData("pas à Tokoin mais à Kégué", "Kégué")]
    [InlineData("je ne suis pas à Tokoin je suis à Kégué", "Kégué")]
    [InlineData("à Kégué et non à Tokoin", "Kégué")]
    [InlineData("pas de souci livrez à Kégué", "Kégué")]
    [InlineData("zone 4", "Agoè")]
    [InlineData("c'est pas à Tokoin c'est à Kégué", "Kégué")]
    [InlineData("non, Tokoin", "Tokoin")]
    [InlineData("non Tokoin", "Tokoin")]
    [InlineData("no Tokoin please", "Tokoin")]
    [InlineData("Lomé, quartier Tokoin", "Tokoin")]
    [InlineData("à côté de l'église à Bè", "Bè")]
    [InlineData("Adidogomé\u0301", "Adidogomé")]
    public void A_place_written_as_the_vendor_named_it_is_certain(string text, string zone)
    {
        var place = Lome.Resolve(text);

        Assert.Equal((PlaceStatus.Ok, zone, true), (place.Status, place.Zone?.ZoneName, place.IsAddress));
    }

    [Theory]
    [InlineData("adidogme", "Adidogomé")]
    [InlineData("Adigodomé", "Adidogomé")]
    [InlineData("je suis à Tokoain", "Tokoin")]
    [InlineData("tokouin", "Tokoin")]
    [InlineData("niekonakpoe", "Nyékonakpoè")]
    [InlineData("Nyekonapoe", "Nyékonakpoè")]
    [InlineData("hedzranawoe", "Hédzranawoé", PlaceStatus.Ok)]
    [InlineData("edzranawoe", "Hédzranawoé")]
    [InlineData("adakpme", "Adakpamé")]
    [InlineData("Limousine", "Adidogomé")]
    [InlineData("après Kégué", "Kégué")]
    [InlineData("je suis pas loin de Tokoin", "Tokoin")]
    [InlineData("route d'Adidogomé", "Adidogomé")]
    [InlineData("au marché", "Kégué")]
    [InlineData("be kpotta", "Bè Kpota")]
    [InlineData("Agoue", "Agoè")]
    [InlineData("après le carrefour Tokoin", "Tokoin")]
    [InlineData("adakpame ou atakpame", "Adakpamé")]
    [InlineData("Kpalimé, route de Tokoin", "Tokoin")]
    public void A_similar_or_neighbouring_place_is_asked_about(string text, string zone, PlaceStatus status = PlaceStatus.ConfirmPlace)
    {
        var place = Lome.Resolve(text);

        Assert.Equal(status, place.Status);
        Assert.Equal([zone], place.Candidates.Select(c => c.ZoneName));
    }

    [Theory]
    [InlineData("Atakpamé")]
    [InlineData("atakpame svp")]
    [InlineData("je suis à Atakpmé")]
    [InlineData("Kara")]
    [InlineData("Amoutivé")]
    [InlineData("carrefour")]
    [InlineData("pharmacie")]
    [InlineData("à la pharmacie du carrefour")]
    [InlineData("zone 5")]
    [InlineData("merci beaucoup")]
    [InlineData("ok c'est bon")]
    [InlineData("I'll be there, thanks")]
    [InlineData("can it be delivered?")]
    [InlineData("je ne suis pas à Tokoin")]
    [InlineData("pas Tokoin")]
    [InlineData("Tokoin non")]
    [InlineData("j'habite plus à Tokoin")]
    [InlineData("à Lomé")]
    [InlineData("je ne veux pas annuler")]
    [InlineData("I am not in Kégué")]
    [InlineData("we don't live in Tokoin")]
    [InlineData("")]
    [InlineData("...")]
    public void What_names_no_zone_of_the_shop_has_no_zone(string text)
    {
        var place = Lome.Resolve(text);

        Assert.Equal(PlaceStatus.Unknown, place.Status);
        Assert.Empty(place.Candidates);
    }

    [Theory]
    [InlineData("merci", true)]
    [InlineData("je ne suis pas à Tokoin", true)]
    [InlineData("carrefour", true)]
    [InlineData("Amoutivé", false)]
    public void Words_that_name_no_place_at_all_are_told_from_unknown_places(string text, bool silent) =>
        Assert.Equal(silent, Lome.Resolve(text).IsSilent);

    [Fact]
    public void A_known_town_outside_of_the_zones_is_named() => Assert.Equal("Atakpamé", Lome.Resolve("livrez à atakpame").Elsewhere);

    [Theory]
    [InlineData("entre Tokoin et Kégué", "Kégué,Tokoin")]
    [InlineData("Tokoin ou Adidogomé", "Adidogomé,Tokoin")]
    [InlineData("Tokoin Adidogme", "Adidogomé,Tokoin")]
    [InlineData("Bè Kpotta", "Bè,Bè Kpota")]
    [InlineData("Kégué ? non Tokoin", "Kégué,Tokoin")]
    public void Several_zones_are_a_choice(string text, string zones)
    {
        var place = Lome.Resolve(text);

        Assert.Equal(PlaceStatus.Ambiguous, place.Status);
        Assert.Equal(zones, string.Join(',', place.Candidates.Select(c => c.ZoneName).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void One_name_in_two_zones_is_a_choice()
    {
        var gazetteer = Gazetteer.Of([Lome.Zone("Marcory"), Lome.Zone("Treichville"), Lome.Zone("Koumassi", 900, "Marcory")], []);

        var place = gazetteer.Resolve("je suis à Marcory");

        Assert.Equal((PlaceStatus.Ambiguous, 2), (place.Status, place.Candidates.Count));
    }

    [Theory]
    [InlineData("Kodomi", PlaceStatus.Ambiguous)]
    [InlineData("Sagbadoo", PlaceStatus.ConfirmPlace)]
    public void Guesses_too_close_to_call_are_a_choice(string text, PlaceStatus status) => Assert.Equal(
        status, Gazetteer.Of([Lome.Zone("Kodoma"), Lome.Zone("Kodomé"), Lome.Zone("Sagbado")], []).Resolve(text).Status);

    [Theory]
    [InlineData("Vous livrez à Tokoin ?")]
    [InlineData("vous livrez a tokoin")]
    [InlineData("Combien la livraison pour Tokoin")]
    [InlineData("Tokoin c'est combien ?")]
    [InlineData("Tokoin, c'est combien ?")]
    [InlineData("do you deliver to Tokoin")]
    [InlineData("si je suis à Tokoin c'est combien")]
    [InlineData("How much to Tokoin?")]
    public void A_question_about_a_place_has_a_fee_but_is_no_address(string text)
    {
        var place = Lome.Resolve(text);

        Assert.Equal((PlaceStatus.Ok, false), (place.Status, place.IsAddress));
    }

    [Theory]
    [InlineData("Je suis à Tokoin, c'est combien la livraison ?")]
    [InlineData("je suis à Tokoin c'est combien ?")]
    [InlineData("Livrez à Tokoin svp. Ça fait combien ?")]
    public void Who_says_where_she_is_may_ask_the_price_beside_it(string text) => Assert.True(Lome.Resolve(text).IsAddress);

    [Fact]
    public void A_confirmed_candidate_is_certain_and_another_zone_cannot_be_confirmed()
    {
        var asked = Lome.Resolve("adidogme");

        Assert.True(asked.ConfirmedAs(asked.Candidates[0].ZoneId).Value!.IsAddress);
        Assert.Equal(DeliveryErrors.NotACandidate, asked.ConfirmedAs(Id.New<ZoneId>()).Error);
    }

    [Fact]
    public void A_confirmed_name_in_a_question_about_the_price_is_still_no_address()
    {
        var asked = Lome.Resolve("vous livrez à adidogme ?");

        var sure = asked.ConfirmedAs(asked.Candidates[0].ZoneId).Value!;

        Assert.Equal((PlaceStatus.Ok, false), (sure.Status, sure.IsAddress));
    }

    [Fact]
    public void A_longer_misspelt_name_is_not_the_shorter_one_within_it()
    {
        var gazetteer = Gazetteer.Of([Lome.Zone("Plateau"), Lome.Zone("Cocody", 1_500, "Deux Plateaux")], []);

        Assert.Equal(PlaceStatus.Ambiguous, gazetteer.Resolve("je suis à Deux Plateau").Status);
        Assert.Equal("Cocody", gazetteer.Resolve("je suis aux deux plateaux").Zone!.ZoneName);
        Assert.Equal("Plateau", gazetteer.Resolve("je suis au plateau").Zone!.ZoneName);
    }

    [Fact]
    public void An_archived_zone_is_no_place()
    {
        var zone = Lome.Zone("Tokoin");
        zone.Archive(Lome.Noon);

        Assert.Equal(PlaceStatus.Unknown, Gazetteer.Of([zone], []).Resolve("Tokoin").Status);
    }

    [Fact]
    public void A_very_long_text_is_never_certain() =>
        Assert.Equal(PlaceStatus.ConfirmPlace, Lome.Resolve("Tokoin " + string.Join(' ', Enumerable.Repeat("blah", 200))).Status);
}
