using System.Text;
using System.Text.Json;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Journal;

namespace WaSaas.Infrastructure.Tests.WhatsApp;

public sealed class JournalMessageTests
{
    [Theory]
    [InlineData("text", MessageKind.Text)]
    [InlineData("image", MessageKind.Image)]
    [InlineData("audio", MessageKind.Audio)]
    [InlineData("video", MessageKind.Video)]
    [InlineData("document", MessageKind.Document)]
    [InlineData("sticker", MessageKind.Sticker)]
    [InlineData("location", MessageKind.Location)]
    [InlineData("live_location", MessageKind.LiveLocation)]
    [InlineData("view_once", MessageKind.Unsupported)]
    [InlineData("contact", MessageKind.Contact)]
    [InlineData("reaction", MessageKind.Reaction)]
    [InlineData("edit", MessageKind.Edit)]
    [InlineData("delete", MessageKind.Delete)]
    [InlineData("poll", MessageKind.Poll)]
    [InlineData("order", MessageKind.Order)]
    [InlineData("unsupported", MessageKind.Unsupported)]
    [InlineData("something newer", MessageKind.Unsupported)]
    public void Kinds_have_their_meaning(string wire, MessageKind kind) => Assert.Equal(kind, Content($$"""{ "kind": "{{wire}}" }""").Kind);

    [Fact]
    public void A_place_keeps_its_point_and_its_name() => Assert.Equal(
        new MessageContent(MessageKind.Location, "Pharmacie, Rue 12", 6.13, 1.21),
        Content("""{ "kind": "location", "latitude": 6.13, "longitude": 1.21, "name": "Pharmacie", "address": "Rue 12" }"""));

    [Fact]
    public void A_reaction_says_its_sign_and_its_target() => Assert.Equal(
        new MessageContent(MessageKind.Reaction, "👍", TargetId: "A1"), Content("""{ "kind": "reaction", "emoji": "👍", "targetId": "A1" }"""));

    [Fact]
    public void The_name_of_a_document_is_not_what_the_customer_says()
    {
        var document = Content("""{ "kind": "document", "media": { "fileName": "prices.pdf", "bytes": 1 } }""");

        Assert.Equal((null, "prices.pdf"), (document.Text, document.Media!.FileName));
    }

    [Fact]
    public void Cards_and_polls_keep_what_they_hold_and_no_more_than_a_screen_can_show()
    {
        var contact = Content("""{ "kind": "contact", "name": "Ama", "contacts": [{ "name": "Ama", "phones": ["+228 1", "2", "3", "4"] }] }""");
        var poll = Content($$"""{ "kind": "poll", "text": "Which?", "options": [{{string.Join(',', Enumerable.Repeat("\"Wax\"", 30))}}] }""");

        Assert.Null(contact.Text);
        Assert.Equal(["+228 1", "2", "3"], Assert.Single(contact.Details!.Contacts).Phones);
        Assert.Equal(MessageDetails.MaxOptions, poll.Details!.Options.Count);
    }

    [Fact]
    public void A_picture_for_one_look_holds_nothing_to_fetch_it_with()
    {
        var once = Content("""{ "kind": "image", "viewOnce": true, "media": { "key": "AQ==", "sha256": "AQ==", "directPath": "/v/x", "bytes": 1 } }""");

        Assert.Equal((null, MessageMedia.ViewOnce, true), (once.Media!.Source, once.Media.Failure, once.Details!.IsViewOnce));
    }

    [Fact]
    public void A_cart_is_to_be_asked_for_and_its_prices_are_not_read()
    {
        var cart = Content("""{ "kind": "order", "order": { "id": "O1", "token": "VA==", "count": 2 } }""");
        var items = JournalOrder.ItemsOf(JsonDocument.Parse("""{ "items": [{ "name": "Bazin", "quantity": 2, "reference": "BAZ-1", "price": 1 }, { "name": "Wax", "quantity": 1e9, "reference": null }, { "name": " " }] }""").RootElement);

        Assert.Contains("\"orderId\":\"O1\"", cart.Media!.Source, StringComparison.Ordinal);
        Assert.Equal(2, cart.Details!.ItemCount);
        Assert.Equal([new ListedItem("BAZ-1", "Bazin", 2), new ListedItem(null, "Wax", Domain.Orders.Cart.MaxQuantity)], items);
    }

    [Fact]
    public void An_answer_to_a_status_post_keeps_its_words() => Assert.Equal(
        ("S1", "Bazin riche", true),
        Content("""{ "kind": "text", "text": "this", "quotedId": "S1", "quotedText": "Bazin riche", "quotedStatus": true, "expires": 86400 }""") is { Details: { } details } content
            ? (content.QuotedId, details.QuotedText, details.QuotesStatus && details.ExpiresAfter == 86_400)
            : default);

    [Fact]
    public void The_answer_goes_to_the_address_that_wrote()
    {
        var command = JournalMessage.Parse(Bytes("""{ "id": "A", "chat": "22891000001@s.whatsapp.net", "chatAlt": "5@lid", "kind": "text", "text": "x", "timestamp": 1700000000 }"""))
            .ToCommand(Id.New<SessionId>(), [])!;

        Assert.Equal("22891000001@s.whatsapp.net", command.ReplyTo);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), command.WrittenAt);
    }

    [Fact]
    public void An_absurd_time_does_not_stop_a_message() =>
        Assert.NotNull(JournalMessage.Parse(Bytes("""{ "id": "A", "chat": "5@lid", "kind": "text", "timestamp": 9223372036854775807 }""")).ToCommand(Id.New<SessionId>(), []));

    private static MessageContent Content(string json) =>
        JournalMessage.Parse(Bytes("""{ "id": "A", "chat": "5@lid", """ + json.TrimStart('{', ' '))).ToCommand(Id.New<SessionId>(), [])!.Content;

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
