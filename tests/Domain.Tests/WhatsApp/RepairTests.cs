using WaSaas.Domain.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Domain.Tests.WhatsApp;

/// <summary>What the host does about numbers that their gateway did not mend.</summary>
public sealed class RepairTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_number_that_is_well_is_left_alone()
    {
        var session = Connected();
        Hear(session, Noon.AddHours(1));

        Assert.Equal(Repair.None, session.Mend(Noon.AddHours(1).AddSeconds(89)));
    }

    [Fact]
    public void A_connection_without_evidence_is_found_within_two_minutes_also_when_none_was_ever_noted()
    {
        var (deaf, mute) = (Connected(), Connected());
        Hear(deaf, Noon);

        Assert.Equal(Repair.Restart, deaf.Mend(Noon.AddSeconds(90)));
        Assert.Equal(Repair.Restart, mute.Mend(Noon.AddSeconds(90)));
    }

    [Fact]
    public void What_one_stage_did_not_mend_gets_the_next_and_the_vendor_is_told_at_the_end_only()
    {
        var session = Connected();
        var at = Noon;
        var stages = new List<(Repair, string?)>();
        for (var stage = 0; stage < 3; stage++)
        {
            at = at.AddSeconds(90);
            stages.Add((session.Mend(at), session.LastError?.Code));
            Reopen(session, at);
        }

        Assert.Equal([(Repair.Restart, null), (Repair.Move, null), (Repair.Tell, "deaf")], stages);
    }

    [Fact]
    public void After_the_last_stage_nothing_is_started_any_more_however_long_it_lasts()
    {
        var session = Connected();
        session.ConnectionLost(Noon);
        var done = Enumerable.Range(1, 7 * 24 * 120).Select(n => session.Mend(Noon.AddSeconds(30 * n))).Where(r => r != Repair.None);

        Assert.Equal([Repair.Restart, Repair.Move, Repair.Tell], done);
        Assert.Equal("no_connection", session.LastError!.Code);
    }

    [Fact]
    public void A_number_that_comes_for_a_minute_and_goes_for_six_is_not_started_for_ever_either()
    {
        var session = Connected();
        var done = new List<Repair>();
        for (var minute = 0; minute < 24 * 60; minute += 7)
        {
            session.ConnectionLost(Noon.AddMinutes(minute));
            done.Add(session.Mend(Noon.AddMinutes(minute + 6)));
            Reopen(session, Noon.AddMinutes(minute + 6));
            Hear(session, Noon.AddMinutes(minute + 6));
        }

        Assert.Equal([Repair.Restart, Repair.Move, Repair.Tell], done.Where(r => r != Repair.None));
    }

    [Fact]
    public void The_gateway_has_five_minutes_to_come_back_by_itself()
    {
        var session = Connected();
        session.ConnectionLost(Noon);

        Assert.Equal(Repair.None, session.Mend(Noon.AddMinutes(5).AddSeconds(-1)));
        Assert.Equal(Repair.Restart, session.Mend(Noon.AddMinutes(5)));
    }

    [Fact]
    public void A_number_that_was_well_for_a_while_begins_with_the_first_stage_again_and_its_trouble_is_over()
    {
        var session = Connected();
        foreach (var seconds in new[] { 90, 180, 270 })
        {
            session.Mend(Noon.AddSeconds(seconds));
        }

        Assert.Equal("deaf", session.LastError!.Code);
        Hear(session, Noon.AddMinutes(10));
        session.Mend(Noon.AddMinutes(10));

        Assert.Null(session.LastError);
        Assert.Equal(Repair.Restart, session.Mend(Noon.AddMinutes(12)));
    }

    [Fact]
    public void A_pause_of_sending_does_not_hide_that_nothing_helps_and_is_told_again_afterwards()
    {
        var session = Connected();
        session.HoldSending(Noon.AddHours(5), Noon);
        foreach (var seconds in new[] { 90, 180, 270 })
        {
            session.Mend(Noon.AddSeconds(seconds));
        }

        Assert.Equal("deaf", session.TroubleAt(Noon.AddMinutes(5))!.Code);
        Hear(session, Noon.AddMinutes(10));
        session.Mend(Noon.AddMinutes(10));

        Assert.Equal("sending_paused", session.TroubleAt(Noon.AddMinutes(10))!.Code);
    }

    [Fact]
    public void The_vendor_who_tries_again_begins_the_stages_anew()
    {
        var session = Connected();
        foreach (var minutes in new[] { 2, 4, 6 })
        {
            session.Mend(Noon.AddMinutes(minutes));
        }

        Assert.True(session.TryAgain(Noon.AddMinutes(7)));

        Assert.Equal(Repair.Restart, session.Mend(Noon.AddMinutes(12)));
    }

    [Theory]
    [InlineData(SessionState.Replaced)]
    [InlineData(SessionState.Restricted)]
    [InlineData(SessionState.LoggedOut)]
    [InlineData(SessionState.Failed)]
    [InlineData(SessionState.Idle)]
    public void What_only_a_person_can_mend_is_left_to_her(SessionState state)
    {
        var session = Connected();
        switch (state)
        {
            case SessionState.Replaced: session.ReplacedElsewhere(Noon); break;
            case SessionState.Restricted: session.RestrictedByWhatsApp(Noon); break;
            case SessionState.LoggedOut: session.LoggedOutByPhone(Noon); break;
            case SessionState.Failed: session.Fail(new SessionError("client_too_old", "x"), Noon); break;
            default: session.Disconnect(Noon); break;
        }

        Assert.Equal(Repair.None, session.Mend(Noon.AddDays(1)));
    }

    private static WhatsAppSession Connected()
    {
        var session = WhatsAppSession.Create(Id.New<TenantId>(), 1, Noon);
        session.Connect(Noon);
        session.Paired(new SessionIdentity("a@s", null, "+22890000001", null), Noon);
        session.Opened(Noon);
        return session;
    }

    private static void Reopen(WhatsAppSession session, DateTimeOffset at)
    {
        var told = session.LastError;
        session.Resume(at);
        session.Opened(at, told);
    }

    // The running side writes it for many numbers at once, past the domain.
    private static void Hear(WhatsAppSession session, DateTimeOffset at) =>
        typeof(WhatsAppSession).GetProperty(nameof(WhatsAppSession.LastEvidenceAt))!.SetValue(session, at);
}
