using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Domain.Tests.Conversations;

public sealed class SilenceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_is_owed_while_a_person_answers()
    {
        var conversation = Started();
        conversation.TakeOver(Noon);

        conversation.Receive("1", MessageContent.OfText("bonjour"), Noon, Noon, Debounce.None, "kossi@lid");

        Assert.Null(conversation.TurnDueAt);
        Assert.Equal(Noon + Conversation.UsualSilence, conversation.ResumeAt);
    }

    [Fact]
    public void A_silence_ends_at_its_time_and_not_before()
    {
        var conversation = Started();
        conversation.TakeOver(Noon, TimeSpan.FromMinutes(5));

        Assert.Null(conversation.ResumeIfDue(Noon.AddMinutes(5).AddTicks(-1)));
        Assert.Equal(Remarks.Resumed, conversation.ResumeIfDue(Noon.AddMinutes(5))!.Text);
        Assert.Null(conversation.ResumeIfDue(Noon.AddMinutes(6)));
    }

    [Theory]
    [InlineData(PauseReasons.TooManyMessages, null)]
    [InlineData("complaint", "complaint")]
    public void A_pause_of_its_own_is_over_with_its_time_and_a_call_for_a_person_is_not(string reason, string? open)
    {
        var conversation = Started();
        conversation.HandOff(reason, Noon);

        conversation.ResumeIfDue(Noon + Conversation.UsualSilence);

        Assert.Equal((open, open is not null), (conversation.HandOffReason, conversation.OwesApology));
    }

    [Fact]
    public void A_remark_has_a_place_in_the_thread_but_is_nobodys_word()
    {
        var conversation = Started();
        conversation.Receive("1", MessageContent.OfText("bonjour"), Noon, Noon, Debounce.None, "kossi@lid");

        var remark = conversation.Remark(Remarks.OptedOut, Noon);

        Assert.Equal((2L, null, MessageAuthor.Customer, "bonjour"), (remark.Sequence, remark.DueAt, conversation.LastAuthor, conversation.LastPreview));
    }

    [Fact]
    public void An_alert_is_due_once_until_somebody_looks()
    {
        var conversation = Started();
        conversation.HandOff("complaint", Noon);
        Assert.Equal(Noon, conversation.AlertDueAt);
        conversation.Alerted(Noon);
        conversation.HandOff("complaint", Noon.AddHours(1));
        Assert.Null(conversation.AlertDueAt);

        conversation.Seen(Noon.AddHours(2));
        conversation.HandOff("complaint", Noon.AddHours(3));

        Assert.Equal(Noon.AddHours(3), conversation.AlertDueAt);
    }

    private static Conversation Started() =>
        Conversation.Start(Id.New<TenantId>(), Channel.WhatsApp, Id.New<SessionId>(), Id.New<ContactId>(), "kossi@lid", Noon);
}
