using WaSaas.Domain.Common;

namespace WaSaas.Domain.Subscriptions;

public enum OperationState
{
    /// <summary>Asked, or about to be; the answer is not known.</summary>
    Pending = 1,
    Done = 2,

    /// <summary>The provider refused for good: a corrected request is another operation.</summary>
    Refused = 3,

    /// <summary>No answer for a day: what happened is found out by reading.</summary>
    Abandoned = 4,
}

/// <summary>
/// A change that is asked of the billing provider. The idempotency key is stored before the first try, so that a retry,
/// also after a crash, is the same request and not a second one.
/// </summary>
public sealed class BillingOperation : ITenantOwned
{
    /// <summary>How long the provider remembers a key.</summary>
    public static readonly TimeSpan KeyLife = TimeSpan.FromHours(24);

    private BillingOperation()
    {
    }

    public TenantId TenantId { get; private set; }

    /// <summary>Sent as it is: no personal data.</summary>
    public string Key { get; private set; } = "";

    /// <summary>What is done, e.g. <c>checkout</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What makes two wishes the same: the same kind and intent is the same operation.</summary>
    public string Intent { get; private set; } = "";

    public OperationState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>The provider's name of what came out of it.</summary>
    public string? Outcome { get; private set; }

    /// <summary>A stable code, never a message.</summary>
    public string? FailureCode { get; private set; }

    public static BillingOperation Start(TenantId tenantId, string kind, string intent, DateTimeOffset at) => new()
    {
        TenantId = tenantId,
        Key = $"{kind}:{Guid.CreateVersion7():n}",
        Kind = kind,
        Intent = intent,
        State = OperationState.Pending,
        CreatedAt = at,
    };

    /// <summary>Whether a further try may use this key.</summary>
    public bool CanTryAt(DateTimeOffset now) => State == OperationState.Pending && now < CreatedAt + KeyLife;

    public void Try() => Attempts++;

    public void Finish(string? outcome) => (State, Outcome, FailureCode) = (OperationState.Done, outcome, null);

    public void Refuse(string code) => (State, FailureCode) = (OperationState.Refused, code);

    /// <summary>The outcome is not known yet; the row waits for the next try.</summary>
    public void NoAnswer(string code) => FailureCode = code;

    public void Abandon() => State = OperationState.Abandoned;
}
