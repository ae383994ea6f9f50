using WaSaas.Domain.Common;

namespace WaSaas.Application.Subscriptions;

public static class BillingErrors
{
    public static readonly Error NotSold = new("billing_not_sold", "Plans are granted by the operator of this installation.");

    public static readonly Error Unreachable = new("billing_unreachable", "The payment service does not answer at present. Nothing was charged twice; try again in a minute.");

    public static readonly Error Refused = new("billing_refused", "The payment service refused this. The operator was told.");

    public static readonly Error NoPrice = new("billing_no_price", "This plan has no price at present.");

    public static readonly Error NoAddress = new("billing_no_address", "The owner has no e-mail address for invoices.");

    public static Error CardDeclined(string reason) => new("card_declined", $"The card was declined: {reason}", reason);

    public static Error Of(BillingException failure) => failure.Failure switch
    {
        BillingFailure.Card => CardDeclined(failure.ForPeople ?? failure.Code),
        BillingFailure.NoAnswer => Unreachable,
        _ => Refused,
    };
}
