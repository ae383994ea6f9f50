using WaSaas.Domain.Conversations;
using WaSaas.Infrastructure.WhatsApp;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

public sealed class WhatsAppAddressTests
{
    [Theory]
    [InlineData("5@lid", AddressKind.Lid, "5@lid")]
    [InlineData("5:12@lid", AddressKind.Lid, "5@lid")]
    [InlineData("22890000001@s.whatsapp.net", AddressKind.Phone, "22890000001@s.whatsapp.net")]
    [InlineData("22890000001:3@s.whatsapp.net", AddressKind.Phone, "22890000001@s.whatsapp.net")]
    public void Persons_have_an_address_without_their_device(string jid, AddressKind kind, string value) =>
        Assert.Equal(new Address(kind, value), WhatsAppAddress.Parse(jid));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("@lid")]
    [InlineData("5@lid@s.whatsapp.net")]
    [InlineData("120363@g.us")]
    [InlineData("status@broadcast")]
    [InlineData("5@hosted")]
    [InlineData("kossi@s.whatsapp.net")]
    public void Everything_else_has_none(string? jid) => Assert.Null(WhatsAppAddress.Parse(jid));

    [Fact]
    public void A_number_to_read_comes_from_the_phone_address() =>
        Assert.Equal("+22890000001", WhatsAppAddress.PhoneNumberOf(WhatsAppAddress.ParseAll("5@lid", "22890000001@s.whatsapp.net")));

    [Fact]
    public void A_linked_identity_tells_no_number() => Assert.Null(WhatsAppAddress.PhoneNumberOf(WhatsAppAddress.ParseAll("22890000001@lid")));
}
