namespace WaSaas.Application.Subscriptions;

public enum BillingFailure
{
    /// <summary>Nobody knows whether it happened: no answer, or trouble at the provider.</summary>
    NoAnswer = 1,

    /// <summary>The provider refused for good.</summary>
    Refused = 2,

    /// <summary>The card was declined; the message may be shown.</summary>
    Card = 3,
}

/// <summary>The provider did not do what was asked. The message is for logs and holds no personal data.</summary>
public sealed class BillingException(BillingFailure failure, string code, string? forPeople = null, Exception? inner = null)
    : Exception($"Billing failed: {failure}, {code}.", inner)
{
    public BillingFailure Failure => failure;

    /// <summary>Stable, in snake_case.</summary>
    public string Code => code;

    /// <summary>What the bank says, in the provider's words; card failures only.</summary>
    public string? ForPeople => forPeople;
}
