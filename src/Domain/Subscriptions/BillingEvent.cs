namespace WaSaas.Domain.Subscriptions;

public enum BillingEventState
{
    Pending = 1,
    Done = 2,

    /// <summary>Nothing to do with a shop of ours.</summary>
    Ignored = 3,

    /// <summary>Genuine, but for another mode or in another version; kept to be looked at.</summary>
    Rejected = 4,

    /// <summary>Tried too often; an operator may try again.</summary>
    Failed = 5,
}

/// <summary>
/// A notice of the billing provider: only that something changed, never what; the state is fetched. Its id is unique, so
/// that a notice that comes again is the same row. Belongs to no shop until its customer is looked up. The body is not
/// kept: it holds names and addresses, and nothing reads it.
/// </summary>
public sealed class BillingEvent
{
    public const int MaxAttempts = 10;

    private BillingEvent()
    {
    }

    public string Id { get; private set; } = "";

    public string Type { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public string? ApiVersion { get; private set; }

    public bool LiveMode { get; private set; }

    public string? ObjectId { get; private set; }

    public string? CustomerId { get; private set; }

    public DateTimeOffset ReceivedAt { get; private set; }

    public BillingEventState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>When it is looked at (again); null when there is nothing to do.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>A stable code, never a message.</summary>
    public string? LastError { get; private set; }

    public static BillingEvent Receive(BillingNotice notice, DateTimeOffset at) => new()
    {
        Id = notice.Id,
        Type = notice.Type,
        CreatedAt = notice.CreatedAt,
        ApiVersion = notice.ApiVersion,
        LiveMode = notice.LiveMode,
        ObjectId = notice.ObjectId,
        CustomerId = notice.CustomerId,
        ReceivedAt = at,
        State = notice.Rejection is null ? BillingEventState.Pending : BillingEventState.Rejected,
        DueAt = notice.Rejection is null ? at : null,
        LastError = notice.Rejection,
    };

    /// <summary>The notice did not say whose it is; it was found out.</summary>
    public void Concerns(string customerId) => CustomerId ??= customerId;

    public void Finish() => (State, DueAt, LastError) = (BillingEventState.Done, null, null);

    public void Ignore(string why) => (State, DueAt, LastError) = (BillingEventState.Ignored, null, why);

    /// <summary>Later again, with growing gaps from 10 seconds to about an hour and a half; then an operator's business.</summary>
    public void Fail(string code, DateTimeOffset at)
    {
        (LastError, Attempts) = (code, Attempts + 1);
        (State, DueAt) = Attempts < MaxAttempts
            ? (BillingEventState.Pending, at + TimeSpan.FromSeconds(10 * (1 << (Attempts - 1))))
            : (BillingEventState.Failed, (DateTimeOffset?)null);
    }

    /// <summary>An operator wants it worked on again.</summary>
    public void TryAgain(DateTimeOffset at) => (State, DueAt, Attempts) = (BillingEventState.Pending, at, 0);
}

/// <summary>What a verified notice says of itself.</summary>
/// <param name="Rejection">Why it is not worked on; null = it is.</param>
public sealed record BillingNotice(
    string Id, string Type, DateTimeOffset CreatedAt, string? ApiVersion, bool LiveMode, string? ObjectId, string? CustomerId, string? Rejection = null);
