using System.Text.Json;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Infrastructure.Stripe;

/// <summary>Stripe's objects in our words. Words that are new come through as unknown.</summary>
internal static class StripeReading
{
    public static SubscriptionStatus StatusOf(string? status) => status switch
    {
        "active" => SubscriptionStatus.Active,
        "trialing" => SubscriptionStatus.Trialing,
        "past_due" => SubscriptionStatus.PastDue,
        "unpaid" => SubscriptionStatus.Unpaid,
        "paused" => SubscriptionStatus.Paused,
        "canceled" or "incomplete_expired" => SubscriptionStatus.Canceled,
        "incomplete" => SubscriptionStatus.Incomplete,
        _ => SubscriptionStatus.Unknown,
    };

    /// <summary>The period stands with each item, not with the subscription; the one that ends last counts.</summary>
    public static BillingState? State(JsonElement json, JsonElement item, Plan plan)
    {
        if (item.Time("current_period_start") is not { } from || item.Time("current_period_end") is not { } until)
        {
            return null;
        }

        var status = StatusOf(json.Text("status"));
        return new BillingState(
            json.Must("id"),
            item.Must("id"),
            plan,
            StripePrices.IntervalOf(item.Part("price")!.Value),
            status,
            json.Time("created") ?? from,
            from,
            until,
            json.Time("trial_end"),
            status == SubscriptionStatus.PastDue ? FailedSince(json) : null,
            json.Flag("cancel_at_period_end") || json.Time("cancel_at") <= until);
    }

    public static JsonElement? ItemOf(JsonElement json) => json.Part("items")?.List("data")
        .Where(item => item.Part("price") is not null)
        .OrderByDescending(item => item.Number("current_period_end"))
        .Cast<JsonElement?>()
        .FirstOrDefault();

    public static Checkout Checkout(JsonElement json, StripeOptions options)
    {
        var metadata = json.Part("metadata");
        return new Checkout(
            json.Must("id"),
            json.Text("status") switch { "complete" => CheckoutState.Complete, "expired" => CheckoutState.Expired, _ => CheckoutState.Open },
            json.IdOf("customer"),
            Guid.TryParse(json.Text("client_reference_id"), out var shop) ? new TenantId(shop) : null,
            Enum.TryParse<Plan>(metadata?.Text("plan"), out var plan) ? plan : null,
            Enum.TryParse<BillingInterval>(metadata?.Text("interval"), out var interval) ? interval : null,
            options.Page(json.Text("url")));
    }

    public static Invoice? Invoice(JsonElement json, StripeOptions options) =>
        StripeMoney.Read(json.Number("total"), json.Text("currency")) is { } amount && json.Time("created") is { } at
            ? new Invoice(json.Must("id"), json.Text("number"), at, amount, InvoiceStateOf(json.Text("status")), options.Page(json.Text("hosted_invoice_url")))
            : null;

    private static InvoiceState InvoiceStateOf(string? status) => status switch
    {
        "paid" => InvoiceState.Paid,
        "open" => InvoiceState.Open,
        "void" => InvoiceState.Void,
        "uncollectible" => InvoiceState.Uncollectible,
        _ => InvoiceState.Draft,
    };

    private static DateTimeOffset? FailedSince(JsonElement json)
    {
        var invoice = json.Part("latest_invoice");
        return invoice?.Part("status_transitions")?.Time("finalized_at") ?? invoice?.Time("created");
    }
}
