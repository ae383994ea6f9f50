using WaSaas.Domain.Delivery;
using WaSaas.Domain.Delivery.Places;

namespace WaSaas.Domain.Tests.Delivery;

public sealed class MapsLinkTests
{
    [Theory]
    [InlineData("https://maps.google.com/?q=6.1725,1.2314")]
    [InlineData("https://maps.google.com/maps?q=6.1725%2C1.2314&z=17&hl=fr")]
    [InlineData("https://www.google.com/maps?q=loc:6.1725,1.2314")]
    [InlineData("https://www.google.tg/maps/search/?api=1&query=6.1725%2C1.2314")]
    [InlineData("https://www.google.com/maps/search/6.1725,+1.2314?entry=tts")]
    [InlineData("https://www.google.com/maps/dir/?api=1&destination=6.1725,1.2314")]
    [InlineData("https://www.google.com/maps/place/6.1725,1.2314/@6.9,1.9,17z")]
    [InlineData("https://www.google.com/maps/place/Chez+Afi/@6.9,1.9,17z/data=!3m1!4b1!4m5!3m4!1s0x0:0x0!8m2!3d6.1725!4d1.2314")]
    [InlineData("https://maps.apple.com/?ll=6.1725,1.2314&q=Maison")]
    [InlineData("https://maps.apple.com/?q=Maison&coordinate=6.1725,1.2314")]
    [InlineData("https://maps.apple.com/place?daddr=6.1725,1.2314")]
    [InlineData("https://www.openstreetmap.org/?mlat=6.1725&mlon=1.2314#map=17/6.9/1.9")]
    [InlineData("https://waze.com/ul?ll=6.1725%2C1.2314&navigate=yes")]
    [InlineData("geo:6.1725,1.2314?z=15")]
    [InlineData("geo:0,0?q=6.1725,1.2314")]
    [InlineData("Je suis ici : https://maps.google.com/?q=6.1725,1.2314. Merci")]
    public void A_link_to_a_place_is_read(string text) =>
        Assert.Equal(new MapsPlace(new GeoPoint(6.1725, 1.2314), IsView: false), MapsLink.Find(text));

    [Theory]
    [InlineData("https://www.google.com/maps/@6.1725,1.2314,15z")]
    [InlineData("https://www.google.com/maps/place/Lom%C3%A9/@6.1725,1.2314,12z")]
    [InlineData("https://www.openstreetmap.org/#map=17/6.1725/1.2314")]
    public void A_view_of_the_map_is_told_from_a_place(string text) =>
        Assert.Equal(new MapsPlace(new GeoPoint(6.1725, 1.2314), IsView: true), MapsLink.Find(text));

    [Theory]
    [InlineData("https://maps.google.com/?q=-6.5,-1.25", -6.5, -1.25)]
    [InlineData("https://maps.google.com/?q=48.8566,2.3522", 48.8566, 2.3522)]
    public void South_and_west_are_kept(string text, double latitude, double longitude) =>
        Assert.Equal(new GeoPoint(latitude, longitude), MapsLink.Find(text)!.Point);

    [Theory]
    [InlineData("https://maps.app.goo.gl/AbCdEf123", true)]
    [InlineData("https://goo.gl/maps/AbCdEf", true)]
    [InlineData("https://maps.google.com/?q=Pharmacie+Sainte+Rita", true)]
    [InlineData("https://maps.google.com/?q=96.1,1.2", true)]
    [InlineData("https://maps.google.com/?q=6.1,181", true)]
    [InlineData("https://maps.google.com.evil.example/?q=6.1725,1.2314", false)]
    [InlineData("https://evil.example/maps?q=6.1725,1.2314", false)]
    [InlineData("https://www.google.com/search?q=6.1725,1.2314", false)]
    [InlineData("6.1725,1.2314", false)]
    [InlineData("", false)]
    public void What_holds_no_position_has_none(string text, bool isMapsLink)
    {
        Assert.Null(MapsLink.Find(text));
        Assert.Equal(isMapsLink, MapsLink.IsIn(text));
    }

    [Fact]
    public void The_first_link_with_a_position_counts() => Assert.Equal(
        new GeoPoint(6.5, 1.5), MapsLink.Find("https://goo.gl/maps/abc ou https://maps.google.com/?q=6.5,1.5 https://maps.google.com/?q=7.5,2.5")!.Point);
}
