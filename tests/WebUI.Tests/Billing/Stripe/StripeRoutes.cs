using System.Text.Json.Nodes;

namespace WaSaas.WebUI.Tests.Billing.Stripe;

/// <summary>What each call does to the state. Parameters were checked before.</summary>
internal sealed class StripeRoutes(StripeState state)
{
    /// <summary>The next change of a plan is declined.</summary>
    public bool DeclineNext { get; set; }

    /// <summary>Where pages for the vendor lie; Stripe's own unless a test pretends otherwise.</summary>
    public string? PagesAt { get; set; }

    /// <returns>The answer, or null when there is no such thing.</returns>
    public JsonObject? Answer(string call, string? id, Dictionary<string, string> p) => call switch
    {
        "POST /v1/customers" => Add(state.Customers, new JsonObject { ["id"] = state.NewId("cus"), ["object"] = "customer", ["email"] = p["email"], ["name"] = p["name"] }),
        "GET /v1/customers/{id}" => Find(state.Customers, id),
        "GET /v1/disputes/{id}" => Find(state.Disputes, id),
        "GET /v1/charges/{id}" => Find(state.Charges, id),
        "GET /v1/prices" => List(StripeState.Prices),
        "GET /v1/products/{id}" => StripeState.Prices.Select(x => x["product"]!.AsObject()).FirstOrDefault(x => (string?)x["id"] == id)?.DeepClone().AsObject(),
        "POST /v1/checkout/sessions" => Session(p),
        "GET /v1/checkout/sessions" => List(state.Sessions.Values.Where(s => Is(s, "customer", p["customer"]) && (!p.TryGetValue("status", out var status) || Is(s, "status", status)))),
        "GET /v1/checkout/sessions/{id}" => Find(state.Sessions, id),
        "POST /v1/checkout/sessions/{id}/expire" => Edit(state.Sessions, id, s => (s["status"], s["url"]) = ("expired", null)),
        "POST /v1/billing_portal/sessions" => new JsonObject { ["id"] = state.NewId("bps"), ["object"] = "billing_portal.session", ["url"] = $"{PagesAt ?? "https://billing.stripe.com"}/p/session/test" },
        "GET /v1/subscriptions" => List(state.Subscriptions.Values.Where(s => Is(s, "customer", p["customer"]))),
        "GET /v1/subscriptions/{id}" => Find(state.Subscriptions, id),
        "POST /v1/subscriptions/{id}" => Edit(state.Subscriptions, id, s => Change(s, p)),
        "DELETE /v1/subscriptions/{id}" => Edit(state.Subscriptions, id, s => s["status"] = "canceled"),
        "POST /v1/subscriptions/{id}/resume" => Edit(state.Subscriptions, id, s => s["status"] = "active"),
        "GET /v1/invoices" => List(state.Invoices.Values.Where(i => Is(i, "customer", p["customer"])).Reverse()),
        "POST /v1/invoices/create_preview" => new JsonObject { ["object"] = "invoice", ["amount_due"] = 12_345, ["currency"] = "xof" },
        "GET /v1/events" => List(state.Events.Where(e => (long)e["created"]! >= long.Parse(p["created[gte]"], System.Globalization.CultureInfo.InvariantCulture)).Reverse()),
        _ => null,
    };

    private static bool Is(JsonObject json, string name, string value) => (string?)json[name] == value;

    private static JsonObject List(IEnumerable<JsonObject> rows) => new()
    {
        ["object"] = "list", ["has_more"] = false, ["data"] = new JsonArray([.. rows.Select(StripeState.Visible)]),
    };

    private static JsonObject? Find(Dictionary<string, JsonObject> rows, string? id) => rows.GetValueOrDefault(id ?? "") is { } found ? StripeState.Visible(found) : null;

    private static JsonObject Add(Dictionary<string, JsonObject> rows, JsonObject row)
    {
        rows[(string)row["id"]!] = row;
        return StripeState.Visible(row);
    }

    private JsonObject? Edit(Dictionary<string, JsonObject> rows, string? id, Action<JsonObject> edit)
    {
        if (rows.GetValueOrDefault(id ?? "") is not { } row)
        {
            return null;
        }

        edit(row);
        if ((string?)row["object"] == "subscription")
        {
            state.Note((string?)row["status"] == "canceled" ? "customer.subscription.deleted" : "customer.subscription.updated", row);
        }

        return StripeState.Visible(row);
    }

    private JsonObject Session(Dictionary<string, string> p)
    {
        var id = state.NewId("cs_test");
        var days = p.GetValueOrDefault("subscription_data[trial_period_days]");
        var end = p.GetValueOrDefault("subscription_data[trial_end]");
        var metadata = new JsonObject();
        foreach (var (name, value) in p.Where(pair => pair.Key.StartsWith("metadata[", StringComparison.Ordinal)))
        {
            metadata[name[9..^1]] = value;
        }

        return Add(state.Sessions, new JsonObject
        {
            ["id"] = id,
            ["object"] = "checkout.session",
            ["customer"] = p["customer"],
            ["client_reference_id"] = p["client_reference_id"],
            ["metadata"] = metadata,
            ["status"] = "open",
            ["url"] = $"{PagesAt ?? "https://checkout.stripe.com"}/c/pay/{id}",
            ["subscription"] = null,
            ["_price"] = p["line_items[0][price]"],
            ["_tax"] = p.GetValueOrDefault("automatic_tax[enabled]"),
            ["_codes"] = p.GetValueOrDefault("allow_promotion_codes"),
            ["_success_url"] = p["success_url"],
            ["_trial_end"] = end is not null ? Number(end) : days is not null ? state.Now + (Number(days) * 86_400) : null,
        });
    }

    private void Change(JsonObject subscription, Dictionary<string, string> p)
    {
        if (p.TryGetValue("cancel_at_period_end", out var cancel))
        {
            subscription["cancel_at_period_end"] = cancel == "true";
        }

        if (p.ContainsKey("cancel_at"))
        {
            subscription["cancel_at"] = null;
        }

        if (p.TryGetValue("items[0][price]", out var price))
        {
            if (DeclineNext)
            {
                DeclineNext = false;
                throw new StripeDecline();
            }

            var items = subscription["items"]!["data"]!.AsArray();
            var known = items.FirstOrDefault(item => (string?)item!["id"] == p.GetValueOrDefault("items[0][id]"));
            var to = StripeState.Prices.Single(x => (string?)x["id"] == price);
            if (known is null)
            {
                // As Stripe does: a second item, and both are billed.
                items.Add(StripeState.Item(state.NewId("si"), to, state.Now, state.Now + 86_400));
            }
            else
            {
                known["price"] = StripeState.Bare(to);
            }
        }
    }

    private static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed class StripeDecline : Exception;
