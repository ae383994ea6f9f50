namespace WaSaas.Domain.Subscriptions;

/// <summary>What the provider tells that somebody has to do something about, beside following the state.</summary>
public enum BillingWarning
{
    /// <summary>A bank takes money back and asks for proof.</summary>
    Disputed = 1,
    Refunded = 2,

    /// <summary>An invoice could not be made out, mostly for want of an address for the tax.</summary>
    NotInvoiced = 3,

    /// <summary>The bank wants the vendor to confirm a payment.</summary>
    ActionRequired = 4,

    /// <summary>The customer was deleted at the provider.</summary>
    CustomerGone = 5,
}
