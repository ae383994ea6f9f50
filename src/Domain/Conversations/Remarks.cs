namespace WaSaas.Domain.Conversations;

/// <summary>What stands between the messages for the vendor's eyes, as stable codes; her screens have the sentences.</summary>
public static class Remarks
{
    /// <summary>The assistant answers again after a person was silent for a while.</summary>
    public const string Resumed = "resumed";

    /// <summary>The assistant answers again; the person that it asked for has not come.</summary>
    public const string ResumedUnattended = "resumed_unattended";

    /// <summary>The customer wants nothing that she did not ask for.</summary>
    public const string OptedOut = "opted_out";

    /// <summary>The customer sent a picture of a payment; the shop looks at its account.</summary>
    public const string ReceiptToCheck = "receipt_to_check";

    public static readonly IReadOnlyList<string> All = [Resumed, ResumedUnattended, OptedOut, ReceiptToCheck];
}

/// <summary>Hand-offs by which the assistant stops itself; they are over when their time is, whether a person came or not.</summary>
public static class PauseReasons
{
    /// <summary>This customer had more answers than one person reads in the time.</summary>
    public const string TooManyMessages = "too_many_messages";

    /// <summary>The other side seems to be a machine as well.</summary>
    public const string AutomaticReplies = "automatic_replies";

    public static readonly IReadOnlyList<string> All = [TooManyMessages, AutomaticReplies];
}
