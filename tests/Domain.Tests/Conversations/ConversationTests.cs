using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Domain.Tests.Conversations;

public sealed class ConversationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_person_cannot_take_over_twice()
    {
        var conversation = Started();
        Assert.True(conversation.TakeOver(Noon).IsOk);

        Assert.Equal(ConversationErrors.AlreadyTakenOver, conversation.TakeOver(Noon).Error);
    }

    [Fact]
    public void Taking_over_after_a_hand_over_ends_the_call_for_a_person()
    {
        var conversation = Started();
        conversation.HandOff("wants_person", Noon);
        Assert.Equal("wants_person", conversation.HandOffReason);

        Assert.True(conversation.TakeOver(Noon).IsOk);

        Assert.Null(conversation.HandOffReason);
    }

    [Fact]
    public void A_message_keeps_its_first_4096_characters()
    {
        var message = Started().Receive("1", MessageContent.OfText(new string('a', 5_000)), Noon, Noon, Debounce.None, "x");

        Assert.Equal(4_096, message.Text!.Length);
    }

    [Fact]
    public void A_turn_answers_everything_since_the_last_one_and_nothing_twice()
    {
        var conversation = Started();
        Receive(conversation, "1");
        Receive(conversation, "2");
        var first = conversation.ClaimTurn(Noon)!;
        conversation.Reply(first, 0, "r1", MessageContent.OfText("bonjour"), null, Noon);
        conversation.FinishTurn(first, introduced: true);

        Receive(conversation, "3");
        var second = conversation.ClaimTurn(Noon)!;

        Assert.Equal((0L, 2L), (first.AfterSequence, first.UpToSequence));
        Assert.Equal((2L, 4L), (second.AfterSequence, second.UpToSequence));
        Assert.Null(conversation.ClaimTurn(Noon));
    }

    [Fact]
    public void Zero_debounce_means_at_once() => Assert.Equal(Noon, Debounce.None.DueAt(Noon, Noon.AddMinutes(-1)));

    [Theory]
    [InlineData(MessageStatus.Delivered, MessageStatus.Sent, MessageStatus.Delivered)]
    [InlineData(MessageStatus.Sent, MessageStatus.Read, MessageStatus.Read)]
    [InlineData(MessageStatus.Read, MessageStatus.Failed, MessageStatus.Read)]
    [InlineData(MessageStatus.Read, MessageStatus.Played, MessageStatus.Played)]
    public void Receipts_only_move_forward(MessageStatus first, MessageStatus then, MessageStatus expected)
    {
        var conversation = Started();
        var message = conversation.SendAsVendor("1", "bonjour", Noon);
        message.Claim(Noon);

        conversation.Record(message, first, null);
        conversation.Record(message, then, "x");

        Assert.Equal(expected, message.Status);
    }

    [Fact]
    public void A_try_that_keeps_failing_ends_in_failed()
    {
        var message = Started().SendAsVendor("1", "bonjour", Noon);
        for (var attempt = 0; attempt < Message.MaxAttempts; attempt++)
        {
            message.Claim(Noon);
            message.TryAgain(Noon, "send_failed");
        }

        Assert.Equal((MessageStatus.Failed, "send_failed"), (message.Status, message.FailureCode));
    }

    private static Conversation Started() =>
        Conversation.Start(Id.New<TenantId>(), Channel.WhatsApp, Id.New<SessionId>(), Id.New<ContactId>(), "kossi@lid", Noon);

    private static void Receive(Conversation conversation, string id) =>
        conversation.Receive(id, MessageContent.OfText("bonjour"), Noon, Noon, Debounce.None, "kossi@lid");
}
