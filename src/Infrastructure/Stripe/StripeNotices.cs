using System.Text.Json;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Infrastructure.Stripe;

/// <summary>Stripe's events as notices: who they are about, and nothing of what they say.</summary>
internal sealed class StripeNotices(StripeOptions options, TimeProvider clock) : IBillingNotices
{
    /// <summary>To be chosen for the endpoint; never all.</summary>
    public static readonly string[] Types =
    [
        "checkout.session.completed", "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed", "checkout.session.expired",
        "customer.subscription.created", "customer.subscription.updated", "customer.subscription.deleted", "customer.subscription.paused",
        "customer.subscription.resumed", "customer.subscription.trial_will_end", "customer.subscription.pending_update_applied",
        "customer.subscription.pending_update_expired", "invoice.paid", "invoice.payment_failed", "invoice.payment_action_required",
        "invoice.finalization_failed", "customer.updated", "customer.deleted", "charge.dispute.created", "charge.refunded",
    ];

    private static readonly string Release = ReleaseOf(StripeClient.Version);

    public BillingNotice? Verify(ReadOnlySpan<byte> body, string? signature)
    {
        if (!StripeSignature.IsGenuine(body, signature, options.WebhookSecrets, clock.GetUtcNow()))
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null when it is no event at all.</summary>
    public BillingNotice? Read(JsonElement json)
    {
        if (json.Text("id") is not { Length: > 0 and <= 255 } id || json.Text("type") is not { } type)
        {
            return null;
        }

        var about = json.Part("data")?.Part("object");
        var customer = about?.Text("object") == "customer" ? about?.Text("id") : about?.IdOf("customer");
        var version = json.Text("api_version");
        return new BillingNotice(
            id, type, json.Time("created") ?? clock.GetUtcNow(), version, json.Flag("livemode"), about?.Text("id"), customer, RejectionOf(json, version));
    }

    private string? RejectionOf(JsonElement json, string? version)
    {
        if (json.Text("object") != "event")
        {
            return "not_an_event";
        }

        if (json.Flag("livemode") != options.IsLive)
        {
            return "other_mode";
        }

        return version is null || ReleaseOf(version) != Release ? "other_version" : null;
    }

    /// <summary>Within a release Stripe only adds.</summary>
    private static string ReleaseOf(string version) => version[(version.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
