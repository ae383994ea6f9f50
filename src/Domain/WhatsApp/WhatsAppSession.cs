using WaSaas.Domain.Common;

namespace WaSaas.Domain.WhatsApp;

public readonly record struct SessionId(Guid Value) : IId<SessionId>
{
    public static SessionId From(Guid value) => new(value);
}

/// <summary>Why a session is where it is, in a stable code; the screens have the sentence.</summary>
public sealed record SessionError(string Code, string Message);

/// <summary>
/// One linked number of a shop. Codes to scan are secrets and are not kept here. Each transition is a method; a report
/// that does not fit the present state is ignored (they arrive late), a wish of a person that does not fit is refused.
/// </summary>
public sealed partial class WhatsAppSession : AggregateRoot, ITenantOwned
{
    public const string PlanLimit = "plan_limit";

    private WhatsAppSession()
    {
    }

    public TenantId TenantId { get; private set; }

    public SessionId Id { get; private set; }

    /// <summary>Order in the shop, from 1; the first is the default of the API.</summary>
    public int Position { get; private set; }

    public SessionState State { get; private set; }

    public DateTimeOffset Since { get; private set; }

    /// <summary>Own address as WhatsApp gives it, opaque.</summary>
    public string? Jid { get; private set; }

    public string? Lid { get; private set; }

    /// <summary>E.164 with plus sign, for people to read.</summary>
    public string? Number { get; private set; }

    public string? Name { get; private set; }

    public DateTimeOffset? LastInboundAt { get; private set; }

    /// <summary>
    /// When the connection last showed that something comes through it: an acknowledgement, a receipt, a message or an
    /// answer to a question of ours. Noted by the running side for all its sessions at once.
    /// </summary>
    public DateTimeOffset? LastEvidenceAt { get; private set; }

    public SessionError? LastError { get; private set; }

    /// <summary>Fences stale writers: only the gateway process that was given this number may write keys.</summary>
    public long Epoch { get; private set; }

    /// <summary>Version of the warning that was ticked, and when; real network only.</summary>
    public string? WarningVersion { get; private set; }

    public DateTimeOffset? WarningAcceptedAt { get; private set; }

    public static WhatsAppSession Create(TenantId tenantId, int position, DateTimeOffset at) =>
        new() { TenantId = tenantId, Id = Common.Id.New<SessionId>(), Position = position, Since = at };

    public void AcceptWarning(string version, DateTimeOffset at) => (WarningVersion, WarningAcceptedAt) = (version, at);

    /// <summary>A new owner takes the session; everything of the former one is refused from now on.</summary>
    public long TakeOwnership() => ++Epoch;

    /// <summary>The vendor wants to link. Again while a code is shown is fine: the method may change.</summary>
    public Result Connect(DateTimeOffset at)
    {
        if (State.IsInUse())
        {
            return SessionErrors.AlreadyLinked;
        }

        LastError = null;
        ForgetRepairs();
        Enter(SessionState.Connecting, at);
        return Result.Ok;
    }

    public void ShowCode(DateTimeOffset at) =>
        EnterFrom(at, SessionState.AwaitingScan, SessionState.Connecting, SessionState.AwaitingScan);

    /// <summary>Linking ended before it led anywhere; mostly nobody scanned in time, which is a normal end.</summary>
    public void LinkingEnded(DateTimeOffset at, SessionError? why = null)
    {
        if (EnterFrom(at, SessionState.Idle, SessionState.Connecting, SessionState.AwaitingScan))
        {
            LastError = why ?? SessionTroubles.LinkExpired;
        }
    }

    public void Paired(SessionIdentity me, DateTimeOffset at)
    {
        var knownSince = Number is not null && Number == me.Number ? LinkedAt : null;
        Identify(me);
        if (EnterFrom(at, SessionState.Linked, SessionState.Connecting, SessionState.AwaitingScan))
        {
            LinkedAt = knownSince ?? at;
        }
    }

    /// <param name="at">When.</param>
    /// <param name="doubt">It says open, and all repairs have not made anything come through.</param>
    public void Opened(DateTimeOffset at, SessionError? doubt = null)
    {
        if (EnterFrom(at, SessionState.Connected, SessionState.Linked, SessionState.Reconnecting, SessionState.Connecting, SessionState.Connected, SessionState.Replaced, SessionState.Failed, SessionState.Restricted))
        {
            LastError = doubt ?? HeldAt(at);
        }
    }

    /// <param name="at">When.</param>
    /// <param name="lasting">Why, once it is no hiccup any more; the attempts go on.</param>
    public void ConnectionLost(DateTimeOffset at, SessionError? lasting = null)
    {
        if (EnterFrom(at, SessionState.Reconnecting, SessionState.Connected, SessionState.Reconnecting))
        {
            LastError = lasting ?? HeldAt(at);
        }
    }

    /// <summary>The host starts again, or the vendor asks to try again with the link that is there.</summary>
    public bool Resume(DateTimeOffset at) => EnterFrom(
        at, SessionState.Reconnecting, SessionState.Linked, SessionState.Connected, SessionState.Reconnecting, SessionState.Replaced, SessionState.Failed, SessionState.Restricted);

    public void LoggedOutByPhone(DateTimeOffset at, SessionError? why = null) => Stop(SessionState.LoggedOut, why ?? SessionTroubles.LoggedOut, at);

    public void ReplacedElsewhere(DateTimeOffset at) => Stop(SessionState.Replaced, SessionTroubles.Replaced, at);

    public void RestrictedByWhatsApp(DateTimeOffset at, SessionError? why = null) => Stop(SessionState.Restricted, why ?? SessionTroubles.Restricted, at);

    /// <summary>The plan holds fewer numbers now. The link stays, so that a larger plan brings it back without the phone.</summary>
    /// <returns>Whether there was something to stop.</returns>
    public bool StopForPlan(DateTimeOffset at)
    {
        if (!State.IsInUse())
        {
            return false;
        }

        Stop(SessionState.Failed, new SessionError(PlanLimit, "The plan holds fewer numbers."), at);
        TakeOwnership();
        return true;
    }

    public bool IsStoppedForPlan => State == SessionState.Failed && LastError?.Code == PlanLimit;

    public void Fail(SessionError error, DateTimeOffset at) => Stop(SessionState.Failed, error, at);

    /// <summary>The vendor unlinked here. Idempotent.</summary>
    public void Disconnect(DateTimeOffset at)
    {
        (Jid, Lid, Number, Name, LastError) = (null, null, null, null, null);
        (LinkedAt, LastEvidenceAt, SendingHeldUntil) = (null, null, null);
        ForgetRepairs();
        Enter(SessionState.Idle, at);
    }

    public void Identify(SessionIdentity me) =>
        (Jid, Lid, Number, Name) = (me.Jid, me.Lid ?? Lid, me.Number ?? Number, me.Name ?? Name);

    public void HeardFromCustomer(DateTimeOffset at) => LastInboundAt = LastInboundAt > at ? LastInboundAt : at;

    private void Stop(SessionState state, SessionError error, DateTimeOffset at)
    {
        if (State is SessionState.Idle)
        {
            return;
        }

        LastError = error;
        Enter(state, at);
    }

    private bool EnterFrom(DateTimeOffset at, SessionState to, params ReadOnlySpan<SessionState> allowed)
    {
        if (!allowed.Contains(State))
        {
            return false;
        }

        Enter(to, at);
        return true;
    }

    private void Enter(SessionState state, DateTimeOffset at)
    {
        if (State != state)
        {
            (State, Since) = (state, at);
        }

        Raise(new SessionChanged(TenantId, Id, State));
    }
}

/// <summary>Who a linked number is. Number is E.164 with plus sign.</summary>
public sealed record SessionIdentity(string Jid, string? Lid, string? Number, string? Name);

public sealed record SessionChanged(TenantId TenantId, SessionId SessionId, SessionState State) : IDomainEvent;
