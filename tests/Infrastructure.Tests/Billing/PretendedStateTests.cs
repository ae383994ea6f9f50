using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Subscriptions;
using WaSaas.Infrastructure.Billing;

namespace WaSaas.Infrastructure.Tests.Billing;

/// <summary>How time goes by at the pretended provider.</summary>
public sealed class PretendedStateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_trial_ends_by_the_clock_with_a_first_invoice_and_months_go_by()
    {
        var state = StateOf(SubscriptionStatus.Trialing);

        state.Advance(Noon.AddDays(13), Price);
        Assert.Empty(state.Invoices);
        state.Advance(Noon.AddDays(14).AddMonths(2), Price);

        Assert.Equal((SubscriptionStatus.Active, 3), (state.Subscriptions[0].Status, state.Invoices.Count));
        Assert.All(state.Invoices, invoice => Assert.Equal((InvoiceState.Paid, 15_000), (invoice.State, invoice.Minor)));
        Assert.Equal(Noon.AddDays(14).AddMonths(3), state.Subscriptions[0].PeriodEnd);
    }

    [Fact]
    public void A_card_that_fails_makes_it_past_due_then_unpaid_and_one_that_works_pays_what_is_open()
    {
        var state = StateOf(SubscriptionStatus.Trialing);
        state.CardWorks = false;

        state.Advance(Noon.AddDays(15), Price);
        Assert.Equal((SubscriptionStatus.PastDue, Noon.AddDays(14)), (state.Subscriptions[0].Status, state.Subscriptions[0].PastDueSince));
        state.Advance(Noon.AddDays(28), Price);
        Assert.Equal(SubscriptionStatus.Unpaid, state.Subscriptions[0].Status);
        Assert.Equal(InvoiceState.Open, state.Invoices.Single().State);

        state.PayOpen();
        Assert.Equal((SubscriptionStatus.Active, InvoiceState.Paid), (state.Subscriptions[0].Status, state.Invoices.Single().State));
    }

    [Fact]
    public void What_was_cancelled_ends_without_an_invoice()
    {
        var state = StateOf(SubscriptionStatus.Active);
        state.Subscriptions[0] = state.Subscriptions[0] with { CancelAtPeriodEnd = true };

        state.Advance(Noon.AddYears(1), Price);

        Assert.Equal(SubscriptionStatus.Canceled, state.Subscriptions[0].Status);
        Assert.Empty(state.Invoices);
    }

    private static (long Minor, string Currency) Price(Plan plan, BillingInterval interval) => (15_000, "XOF");

    private static PretendedState StateOf(SubscriptionStatus status) => new()
    {
        Subscriptions = [new BillingState("sub_1", "si_1", Plan.Pro, BillingInterval.Monthly, status, Noon, Noon, Noon.AddDays(14))],
    };
}
