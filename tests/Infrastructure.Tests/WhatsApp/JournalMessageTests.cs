using System.Text;
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
    [InlineData("live_location", MessageKind.Location)]
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
    public void A_document_without_words_says_its_name() =>
        Assert.Equal("prices.pdf", Content("""{ "kind": "document", "media": { "fileName": "prices.pdf", "bytes": 1 } }""").Text);

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
