namespace WaSaas.WebUI.Tests.Billing.Stripe;

/// <summary>
/// The calls that this product makes, with every parameter it may send: written from the design, not from the code. What
/// is not here is an error. <c>#</c> stands for an index, <c>*</c> for a name of our own.
/// </summary>
internal static class StripeParameters
{
    public static readonly IReadOnlyDictionary<string, StripeCall> Calls = new Dictionary<string, StripeCall>
    {
        ["POST /v1/customers"] = new(["email", "name", "metadata[tenant_id]"], new()
        {
            ["email"] = Kind.Text, ["name"] = Kind.Text, ["metadata[*]"] = Kind.Text, ["preferred_locales[#]"] = Kind.Text,
        }),
        ["GET /v1/customers/{id}"] = new([], []),
        ["GET /v1/disputes/{id}"] = new([], []),
        ["GET /v1/charges/{id}"] = new([], []),
        ["GET /v1/prices"] = new(["lookup_keys[0]"], new()
        {
            ["lookup_keys[#]"] = Kind.Text, ["active"] = Kind.Bool, ["expand[#]"] = Kind.Text, ["limit"] = Kind.Integer, ["starting_after"] = Kind.Text,
        }),
        ["GET /v1/products/{id}"] = new([], []),
        ["POST /v1/checkout/sessions"] = new(
            ["mode", "customer", "client_reference_id", "line_items[0][price]", "line_items[0][quantity]", "success_url", "subscription_data[metadata][tenant_id]", "metadata[tenant_id]"],
            new()
            {
                ["mode"] = Kind.Text, ["customer"] = Kind.Text, ["client_reference_id"] = Kind.Text, ["metadata[*]"] = Kind.Text, ["currency"] = Kind.Text,
                ["subscription_data[metadata][*]"] = Kind.Text, ["line_items[#][price]"] = Kind.Text, ["line_items[#][quantity]"] = Kind.Integer,
                ["success_url"] = Kind.Text, ["cancel_url"] = Kind.Text, ["locale"] = Kind.Text, ["allow_promotion_codes"] = Kind.Bool,
                ["subscription_data[trial_end]"] = Kind.Integer, ["subscription_data[trial_period_days]"] = Kind.Integer,
                ["subscription_data[trial_settings][end_behavior][missing_payment_method]"] = Kind.Text,
                ["automatic_tax[enabled]"] = Kind.Bool, ["customer_update[address]"] = Kind.Text,
            }),
        ["GET /v1/checkout/sessions"] = new(["customer"], new()
        {
            ["customer"] = Kind.Text, ["status"] = Kind.Text, ["limit"] = Kind.Integer, ["starting_after"] = Kind.Text,
        }),
        ["GET /v1/checkout/sessions/{id}"] = new([], new() { ["expand[#]"] = Kind.Text }),
        ["POST /v1/checkout/sessions/{id}/expire"] = new([], []),
        ["POST /v1/billing_portal/sessions"] = new(["customer"], new() { ["customer"] = Kind.Text, ["return_url"] = Kind.Text, ["locale"] = Kind.Text }),
        ["GET /v1/subscriptions"] = new(["customer", "status"], new()
        {
            ["customer"] = Kind.Text, ["status"] = Kind.Text, ["expand[#]"] = Kind.Text, ["limit"] = Kind.Integer, ["starting_after"] = Kind.Text,
        }),
        ["GET /v1/subscriptions/{id}"] = new([], []),
        ["POST /v1/subscriptions/{id}"] = new([], new()
        {
            ["items[#][id]"] = Kind.Text, ["items[#][price]"] = Kind.Text, ["proration_behavior"] = Kind.Text, ["payment_behavior"] = Kind.Text,
            ["cancel_at_period_end"] = Kind.Bool, ["cancel_at"] = Kind.Unset,
        }),
        ["DELETE /v1/subscriptions/{id}"] = new([], new() { ["prorate"] = Kind.Bool, ["invoice_now"] = Kind.Bool }),
        ["POST /v1/subscriptions/{id}/resume"] = new([], new() { ["billing_cycle_anchor"] = Kind.Text }),
        ["GET /v1/invoices"] = new(["customer"], new() { ["customer"] = Kind.Text, ["limit"] = Kind.Integer }),
        ["POST /v1/invoices/create_preview"] = new(["customer", "subscription", "subscription_details[items][0][id]"], new()
        {
            ["customer"] = Kind.Text, ["subscription"] = Kind.Text, ["subscription_details[items][#][id]"] = Kind.Text,
            ["subscription_details[items][#][price]"] = Kind.Text, ["subscription_details[proration_behavior]"] = Kind.Text,
        }),
        ["GET /v1/events"] = new([], new()
        {
            ["created[gte]"] = Kind.Integer, ["types[#]"] = Kind.Text, ["limit"] = Kind.Integer, ["starting_after"] = Kind.Text,
        }),
    };
}

internal enum Kind
{
    Text = 1,
    Integer = 2,
    Bool = 3,

    /// <summary>Only empty: takes the value away.</summary>
    Unset = 4,
}

internal sealed record StripeCall(string[] Required, Dictionary<string, Kind> Allowed);
