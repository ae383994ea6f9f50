using WaSaas.Application.Assistant;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>A customer whose file did not come through is told so, and never thanked for it.</summary>
public sealed class MissingMediaTests(EmbeddedAssistantTests.OpenShop open) : IClassFixture<EmbeddedAssistantTests.OpenShop>
{
    [Theory]
    [InlineData(MessageKind.Audio, "media_gone", "vocal n'est pas arrivé jusqu'à moi")]
    [InlineData(MessageKind.Audio, "voice_too_long", "trop long pour moi")]
    [InlineData(MessageKind.Audio, "media_too_large", "trop long pour moi")]
    [InlineData(MessageKind.Image, "media_phone_silent", "image n'est pas arrivée jusqu'à moi")]
    [InlineData(MessageKind.Image, "media_too_large", "trop lourd pour moi")]
    [InlineData(MessageKind.Document, "media_corrupt", "fichier n'est pas arrivé jusqu'à moi")]
    public async Task What_is_missing_is_named_and_asked_for_again(MessageKind kind, string failure, string expected)
    {
        var talk = new Talk(open.Shop);

        var answer = await talk.HearAsync(new TurnMessage(MessageAuthor.Customer, kind, null) { Failure = failure });

        Assert.Contains(expected, answer, StringComparison.Ordinal);
        Assert.Null(talk.Last.HandOffReason);
    }

    [Fact]
    public async Task A_note_that_was_here_and_could_not_be_heard_is_asked_for_in_writing()
    {
        var answer = await new Talk(open.Shop).HearAsync(new TurnMessage(MessageAuthor.Customer, MessageKind.Audio, null) { Failure = MessageMedia.NotConfigured });

        Assert.DoesNotContain("arrivé", answer, StringComparison.Ordinal);
        Assert.Contains("message vocal", answer, StringComparison.Ordinal);
    }
}
