using WaSaas.Domain.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Domain.Tests.WhatsApp;

public sealed class SendingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly SendingLimits Limits = new(PerDay: 10, OnFirstDay: 2);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(23, 2)]
    [InlineData(24, 4)]
    [InlineData(48, 8)]
    [InlineData(72, 10)]
    [InlineData(24 * 400, 10)]
    public void A_new_number_starts_gently_and_may_do_twice_as_much_each_day(int hours, int messages) =>
        Assert.Equal(messages, Limits.MessagesOn(Noon, Noon.AddHours(hours)));

    [Fact]
    public void A_number_of_unknown_age_has_the_full_day() => Assert.Equal(10, Limits.MessagesOn(null, Noon));

    [Fact]
    public void The_day_is_full_until_midnight()
    {
        var session = Linked();
        session.CountSent(Noon);
        Assert.Null(session.HoldOf(Limits, Noon));
        session.CountSent(Noon);

        Assert.Equal(new SendingHold(SendingHold.DailyLimit, new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero)), session.HoldOf(Limits, Noon));
        Assert.Null(session.HoldOf(Limits, Noon.AddHours(12)));
    }

    [Fact]
    public void A_sign_of_restriction_holds_everything_is_told_and_ends_by_itself()
    {
        var session = Linked();

        session.HoldSending(Noon.AddHours(1), Noon);

        Assert.Equal(new SendingHold(SendingHold.Paused, Noon.AddHours(1)), session.HoldOf(Limits, Noon));
        Assert.Equal("sending_paused", session.TroubleAt(Noon)!.Code);
        Assert.Equal(SessionState.Connected, session.State);
        Assert.Null(session.HoldOf(Limits, Noon.AddHours(1)));
        Assert.Null(session.TroubleAt(Noon.AddHours(1)));
    }

    [Fact]
    public void A_reconnect_does_not_hide_the_pause_and_a_shorter_sign_does_not_shorten_it()
    {
        var session = Linked();
        session.HoldSending(Noon.AddHours(2), Noon);
        session.HoldSending(Noon.AddHours(1), Noon);
        session.ConnectionLost(Noon);
        session.Opened(Noon);

        Assert.Equal("sending_paused", session.TroubleAt(Noon.AddMinutes(90))!.Code);
    }

    [Fact]
    public void The_vendor_lets_it_go_on()
    {
        var session = Linked();
        session.HoldSending(Noon.AddHours(1), Noon);

        Assert.True(session.ReleaseSending(Noon));
        Assert.False(session.ReleaseSending(Noon));

        Assert.Null(session.LastError);
        Assert.Null(session.HoldOf(Limits, Noon));
    }

    [Fact]
    public void A_number_that_is_linked_again_is_new_only_when_it_is_another_one()
    {
        var session = Linked();
        session.LoggedOutByPhone(Noon);
        session.Connect(Noon.AddDays(5));
        session.Paired(new SessionIdentity("a@s", null, "+22890000001", null), Noon.AddDays(5));
        Assert.Equal(Noon, session.LinkedAt);

        session.LoggedOutByPhone(Noon.AddDays(6));
        session.Connect(Noon.AddDays(6));
        session.Paired(new SessionIdentity("b@s", null, "+22890000002", null), Noon.AddDays(6));
        Assert.Equal(Noon.AddDays(6), session.LinkedAt);
    }

    [Fact]
    public void A_doubt_stands_beside_connected_until_it_opens_without_one()
    {
        var session = Linked();

        session.Opened(Noon, new SessionError("deaf", "Nothing comes through."));
        Assert.Equal((SessionState.Connected, "deaf"), (session.State, session.LastError!.Code));

        session.Opened(Noon);
        Assert.Null(session.LastError);
    }

    private static WhatsAppSession Linked()
    {
        var session = WhatsAppSession.Create(Id.New<TenantId>(), 1, Noon);
        session.Connect(Noon);
        session.Paired(new SessionIdentity("a@s", null, "+22890000001", null), Noon);
        session.Opened(Noon);
        return session;
    }
}
