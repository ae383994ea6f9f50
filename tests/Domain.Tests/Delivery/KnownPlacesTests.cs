using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery.Places;

namespace WaSaas.Domain.Tests.Delivery;

public sealed class KnownPlacesTests
{
    [Fact]
    public void Each_country_has_places_that_can_be_compared()
    {
        foreach (var country in KnownPlaces.Countries)
        {
            var places = KnownPlaces.Of(country, null);

            Assert.True(places.Count >= 8);
            Assert.Equal(places.Count, places.Select(TextFold.Fold).Where(key => key.Length > 2).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("TG", "lome")]
    [InlineData("tg", "Lomé")]
    [InlineData("CI", "Abidjan")]
    public void The_shops_own_town_is_not_elsewhere(string country, string city) =>
        Assert.DoesNotContain(KnownPlaces.Of(country, city), place => TextFold.Fold(place) == TextFold.Fold(city));

    [Theory]
    [InlineData(null)]
    [InlineData("XX")]
    public void An_unknown_country_has_none(string? country) => Assert.Empty(KnownPlaces.Of(country, null));
}
