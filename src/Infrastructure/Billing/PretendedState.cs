using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Infrastructure.Billing;

/// <summary>What the pretended provider remembers of one shop, and how time goes by there.</summary>
internal sealed record PretendedState
{
    public static readonly TimeSpan TriesAfter = TimeSpan.FromDays(14);

    public string CustomerId { get; init; } = "";

    public bool CardWorks { get; set; } = true;

    public List<PretendedCheckout> Checkouts { get; init; } = [];

    public List<BillingState> Subscriptions { get; init; } = [];

    public List<PretendedInvoice> Invoices { get; init; } = [];

    /// <summary>Everything that the clock has brought about meanwhile.</summary>
    public void Advance(DateTimeOffset now, Func<Plan, BillingInterval, (long Minor, string Currency)> priceOf)
    {
        for (var i = 0; i < Subscriptions.Count; i++)
        {
            while (Next(Subscriptions[i], now, priceOf) is { } next)
            {
                Subscriptions[i] = next;
            }
        }
    }

    /// <summary>A card that works again pays what is open.</summary>
    public void PayOpen()
    {
        for (var i = 0; i < Invoices.Count; i++)
        {
            Invoices[i] = Invoices[i].State == InvoiceState.Open ? Invoices[i] with { State = InvoiceState.Paid } : Invoices[i];
        }

        for (var i = 0; i < Subscriptions.Count; i++)
        {
            Subscriptions[i] = Subscriptions[i].Status is SubscriptionStatus.PastDue or SubscriptionStatus.Unpaid
                ? Subscriptions[i] with { Status = SubscriptionStatus.Active, PastDueSince = null }
                : Subscriptions[i];
        }
    }

    public void Bill(BillingState of, DateTimeOffset at, (long Minor, string Currency) price, bool paid) => Invoices.Add(new PretendedInvoice(
        $"in_pretend_{Guid.CreateVersion7():n}", $"ESSAI-{at:yyyyMM}-{Invoices.Count + 1:D3}", at, price.Minor, price.Currency, paid ? InvoiceState.Paid : InvoiceState.Open, of.Id));

    public static DateTimeOffset EndOf(DateTimeOffset from, BillingInterval interval) => interval == BillingInterval.Yearly ? from.AddYears(1) : from.AddMonths(1);

    private BillingState? Next(BillingState s, DateTimeOffset now, Func<Plan, BillingInterval, (long Minor, string Currency)> priceOf)
    {
        if (s.Status == SubscriptionStatus.PastDue && s.PastDueSince + TriesAfter <= now)
        {
            return s with { Status = SubscriptionStatus.Unpaid };
        }

        if (s.Status is not (SubscriptionStatus.Active or SubscriptionStatus.Trialing) || now < s.PeriodEnd)
        {
            return null;
        }

        if (s.CancelAtPeriodEnd)
        {
            return s with { Status = SubscriptionStatus.Canceled };
        }

        Bill(s, s.PeriodEnd, priceOf(s.Plan, s.Interval), CardWorks);
        return s with
        {
            Status = CardWorks ? SubscriptionStatus.Active : SubscriptionStatus.PastDue,
            PastDueSince = CardWorks ? null : s.PeriodEnd,
            PeriodStart = s.PeriodEnd,
            PeriodEnd = EndOf(s.PeriodEnd, s.Interval),
        };
    }
}

internal sealed record PretendedCheckout(
    string Id, string Key, CheckoutState State, Plan Plan, BillingInterval Interval, DateTimeOffset? TrialEndsAt, DateTimeOffset ExpiresAt, Uri Page);

internal sealed record PretendedInvoice(
    string Id, string Number, DateTimeOffset At, long Minor, string Currency, InvoiceState State, string SubscriptionId);
