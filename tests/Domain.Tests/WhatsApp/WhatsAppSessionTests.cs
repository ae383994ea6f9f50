using WaSaas.Domain.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Domain.Tests.WhatsApp;

public sealed class WhatsAppSessionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly SessionIdentity Me = new("me@pn", "me@lid", "+22890000001", "Adjoa");

    public static TheoryData<SessionState, string, SessionState> Transitions { get; } = new()
    {
        { SessionState.Idle, nameof(WhatsAppSession.ShowCode), SessionState.Idle },
        { SessionState.Connecting, nameof(WhatsAppSession.ShowCode), SessionState.AwaitingScan },
        { SessionState.AwaitingScan, nameof(WhatsAppSession.ShowCode), SessionState.AwaitingScan },
        { SessionState.Connected, nameof(WhatsAppSession.ShowCode), SessionState.Connected },
        { SessionState.Connecting, nameof(WhatsAppSession.LinkingEnded), SessionState.Idle },
        { SessionState.AwaitingScan, nameof(WhatsAppSession.LinkingEnded), SessionState.Idle },
        { SessionState.Connected, nameof(WhatsAppSession.LinkingEnded), SessionState.Connected },
        { SessionState.AwaitingScan, nameof(WhatsAppSession.Paired), SessionState.Linked },
        { SessionState.Connecting, nameof(WhatsAppSession.Paired), SessionState.Linked },
        { SessionState.Idle, nameof(WhatsAppSession.Paired), SessionState.Idle },
        { SessionState.Linked, nameof(WhatsAppSession.Opened), SessionState.Connected },
        { SessionState.Reconnecting, nameof(WhatsAppSession.Opened), SessionState.Connected },
        { SessionState.Idle, nameof(WhatsAppSession.Opened), SessionState.Idle },
        { SessionState.LoggedOut, nameof(WhatsAppSession.Opened), SessionState.LoggedOut },
        { SessionState.Connected, nameof(WhatsAppSession.ConnectionLost), SessionState.Reconnecting },
        { SessionState.Idle, nameof(WhatsAppSession.ConnectionLost), SessionState.Idle },
        { SessionState.LoggedOut, nameof(WhatsAppSession.ConnectionLost), SessionState.LoggedOut },
        { SessionState.Connected, nameof(WhatsAppSession.Resume), SessionState.Reconnecting },
        { SessionState.Replaced, nameof(WhatsAppSession.Resume), SessionState.Reconnecting },
        { SessionState.Restricted, nameof(WhatsAppSession.Resume), SessionState.Reconnecting },
        { SessionState.Failed, nameof(WhatsAppSession.Resume), SessionState.Reconnecting },
        { SessionState.Idle, nameof(WhatsAppSession.Resume), SessionState.Idle },
        { SessionState.LoggedOut, nameof(WhatsAppSession.Resume), SessionState.LoggedOut },
        { SessionState.Connected, nameof(WhatsAppSession.LoggedOutByPhone), SessionState.LoggedOut },
        { SessionState.Idle, nameof(WhatsAppSession.LoggedOutByPhone), SessionState.Idle },
        { SessionState.Connected, nameof(WhatsAppSession.ReplacedElsewhere), SessionState.Replaced },
        { SessionState.Reconnecting, nameof(WhatsAppSession.RestrictedByWhatsApp), SessionState.Restricted },
        { SessionState.Reconnecting, nameof(WhatsAppSession.Fail), SessionState.Failed },
        { SessionState.Connected, nameof(WhatsAppSession.Disconnect), SessionState.Idle },
        { SessionState.Idle, nameof(WhatsAppSession.Disconnect), SessionState.Idle },
        { SessionState.Restricted, nameof(WhatsAppSession.Disconnect), SessionState.Idle },
    };

    [Theory]
    [MemberData(nameof(Transitions))]
    public void A_report_moves_the_session_or_is_ignored(SessionState from, string what, SessionState to)
    {
        var session = In(from);

        Report(session, what);

        Assert.Equal(to, session.State);
    }

    [Theory]
    [InlineData(SessionState.Linked)]
    [InlineData(SessionState.Connected)]
    [InlineData(SessionState.Reconnecting)]
    public void Connecting_is_refused_while_a_link_is_in_use(SessionState state) =>
        Assert.Equal(SessionErrors.AlreadyLinked, In(state).Connect(Noon).Error);

    [Theory]
    [InlineData(SessionState.Idle)]
    [InlineData(SessionState.Connecting)]
    [InlineData(SessionState.AwaitingScan)]
    [InlineData(SessionState.LoggedOut)]
    [InlineData(SessionState.Replaced)]
    [InlineData(SessionState.Restricted)]
    [InlineData(SessionState.Failed)]
    public void Connecting_is_possible_otherwise_and_forgets_the_old_error(SessionState state)
    {
        var session = In(state);

        Assert.True(session.Connect(Noon).IsOk);

        Assert.Equal(SessionState.Connecting, session.State);
        Assert.Null(session.LastError);
    }

    [Fact]
    public void A_code_that_nobody_scanned_leaves_idle_with_its_reason()
    {
        var session = In(SessionState.AwaitingScan);

        session.LinkingEnded(Noon);

        Assert.Equal("link_expired", session.LastError!.Code);
    }

    [Fact]
    public void Since_is_the_time_of_the_last_change_and_not_of_the_last_report()
    {
        var session = In(SessionState.AwaitingScan);

        session.ShowCode(Noon.AddHours(1));

        Assert.Equal(Noon, session.Since);
    }

    [Fact]
    public void Each_owner_gets_a_higher_epoch()
    {
        var session = In(SessionState.Connected);

        Assert.True(session.TakeOwnership() < session.TakeOwnership());
    }

    [Fact]
    public void Disconnecting_forgets_who_was_linked()
    {
        var session = In(SessionState.Connected);

        session.Disconnect(Noon);

        Assert.Equal((null, null, null, null), (session.Jid, session.Lid, session.Number, session.Name));
    }

    private static WhatsAppSession In(SessionState state)
    {
        var session = WhatsAppSession.Create(Id.New<TenantId>(), 1, Noon);
        foreach (var what in PathTo(state))
        {
            Report(session, what);
        }

        Assert.Equal(state, session.State);
        return session;
    }

    private static string[] PathTo(SessionState state) => state switch
    {
        SessionState.Idle => [],
        SessionState.Connecting => ["Connect"],
        SessionState.AwaitingScan => ["Connect", "ShowCode"],
        SessionState.Linked => ["Connect", "ShowCode", "Paired"],
        SessionState.Connected => ["Connect", "ShowCode", "Paired", "Opened"],
        SessionState.Reconnecting => ["Connect", "ShowCode", "Paired", "Opened", "ConnectionLost"],
        SessionState.LoggedOut => ["Connect", "ShowCode", "Paired", "Opened", "LoggedOutByPhone"],
        SessionState.Replaced => ["Connect", "ShowCode", "Paired", "Opened", "ReplacedElsewhere"],
        SessionState.Restricted => ["Connect", "ShowCode", "Paired", "Opened", "RestrictedByWhatsApp"],
        _ => ["Connect", "ShowCode", "Paired", "Opened", "Fail"],
    };

    private static void Report(WhatsAppSession session, string what)
    {
        switch (what)
        {
            case "Connect": session.Connect(Noon); break;
            case nameof(WhatsAppSession.ShowCode): session.ShowCode(Noon); break;
            case nameof(WhatsAppSession.LinkingEnded): session.LinkingEnded(Noon); break;
            case nameof(WhatsAppSession.Paired): session.Paired(Me, Noon); break;
            case nameof(WhatsAppSession.Opened): session.Opened(Noon); break;
            case nameof(WhatsAppSession.ConnectionLost): session.ConnectionLost(Noon); break;
            case nameof(WhatsAppSession.Resume): session.Resume(Noon); break;
            case nameof(WhatsAppSession.LoggedOutByPhone): session.LoggedOutByPhone(Noon); break;
            case nameof(WhatsAppSession.ReplacedElsewhere): session.ReplacedElsewhere(Noon); break;
            case nameof(WhatsAppSession.RestrictedByWhatsApp): session.RestrictedByWhatsApp(Noon); break;
            case nameof(WhatsAppSession.Fail): session.Fail(new SessionError("client_too_old", "x"), Noon); break;
            case nameof(WhatsAppSession.Disconnect): session.Disconnect(Noon); break;
            default: throw new ArgumentOutOfRangeException(nameof(what), what, null);
        }
    }
}
