using System.Text.Json.Nodes;

namespace WaSaas.WebUI.Tests.Billing.Stripe;

/// <summary>What the counterpart remembers, in the shapes of the pinned version: periods with the items, no fields of old versions.</summary>
internal sealed class StripeState(TimeProvider clock)
{
    private int _number;

    public Dictionary<string, JsonObject> Customers { get; } = [];

    public Dictionary<string, JsonObject> Sessions { get; } = [];

    public Dictionary<string, JsonObject> Subscriptions { get; } = [];

    public Dictionary<string, JsonObject> Invoices { get; } = [];

    public Dictionary<string, JsonObject> Disputes { get; } = [];

    public Dictionary<string, JsonObject> Charges { get; } = [];

    public List<JsonObject> Events { get; } = [];

    public long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    public static IReadOnlyList<JsonObject> Prices { get; } =
    [
        Price("price_pm", "pro_monthly", "prod_pro", "pro", "month", 15_000, 2_400), Price("price_py", "pro_yearly", "prod_pro", "pro", "year", 150_000, 24_000),
        Price("price_bm", "business_monthly", "prod_business", "business", "month", 40_000, 6_400), Price("price_by", "business_yearly", "prod_business", "business", "year", 400_000, 64_000),
    ];

    public string NewId(string prefix) => $"{prefix}_{++_number}";

    /// <summary>As if the vendor had paid on the page.</summary>
    public JsonObject Complete(string sessionId)
    {
        var session = Sessions[sessionId];
        var trial = session["_trial_end"]?.GetValue<long>();
        var id = NewId("sub");
        var price = Prices.Single(p => (string?)p["id"] == (string?)session["_price"]);
        var end = trial ?? EndOf(Now, price);
        Subscriptions[id] = new JsonObject
        {
            ["id"] = id,
            ["object"] = "subscription",
            ["customer"] = (string?)session["customer"],
            ["status"] = trial is null ? "active" : "trialing",
            ["created"] = Now,
            ["trial_end"] = trial,
            ["cancel_at_period_end"] = false,
            ["cancel_at"] = null,
            ["items"] = new JsonObject { ["object"] = "list", ["data"] = new JsonArray(Item(NewId("si"), price, Now, end)) },
            ["latest_invoice"] = Bill((string)session["customer"]!, trial is null ? (long)price["unit_amount"]! : 0, "paid"),
        };
        (session["status"], session["url"], session["subscription"]) = ("complete", null, id);
        Note("checkout.session.completed", session);
        Note("customer.subscription.created", Subscriptions[id]);
        return Subscriptions[id];
    }

    public void Change(string subscription, Action<JsonObject> change)
    {
        change(Subscriptions[subscription]);
        Note("customer.subscription.updated", Subscriptions[subscription]);
    }

    /// <summary>The period goes by; the next one is charged with what the subscription is on.</summary>
    public void Renew(string subscription, bool paid = true) => Change(subscription, json =>
    {
        var item = json["items"]!["data"]![0]!.AsObject();
        var price = Prices.Single(p => (string?)p["id"] == (string?)item["price"]!["id"]);
        item["current_period_start"] = (long)item["current_period_end"]!;
        item["current_period_end"] = EndOf((long)item["current_period_start"]!, price);
        json["status"] = paid ? "active" : "past_due";
        json["latest_invoice"] = Bill((string)json["customer"]!, (long)price["unit_amount"]!, paid ? "paid" : "open");
    });

    /// <summary>A bank takes the last payment back: the dispute names its charge, and only that names the customer.</summary>
    public JsonObject Dispute(string customer)
    {
        var (charge, dispute) = (NewId("ch"), NewId("dp"));
        Charges[charge] = new JsonObject { ["id"] = charge, ["object"] = "charge", ["customer"] = customer };
        Disputes[dispute] = new JsonObject { ["id"] = dispute, ["object"] = "dispute", ["charge"] = charge };
        return Note("charge.dispute.created", Disputes[dispute]);
    }

    /// <summary>As if somebody had deleted her in Stripe's dashboard: everything ends at once.</summary>
    public JsonObject DeleteCustomer(string customer)
    {
        foreach (var subscription in Subscriptions.Values.Where(s => (string?)s["customer"] == customer))
        {
            subscription["status"] = "canceled";
        }

        Customers[customer] = new JsonObject { ["id"] = customer, ["object"] = "customer", ["deleted"] = true };
        return Note("customer.deleted", Customers[customer]);
    }

    public JsonObject Note(string type, JsonObject about)
    {
        var made = new JsonObject
        {
            ["id"] = NewId("evt"),
            ["object"] = "event",
            ["type"] = type,
            ["api_version"] = "2026-07-29.dahlia",
            ["created"] = Now,
            ["livemode"] = false,
            ["data"] = new JsonObject { ["object"] = Visible(about) },
        };
        Events.Add(made);
        return made;
    }

    /// <summary>A copy without what only the counterpart knows.</summary>
    public static JsonObject Visible(JsonObject json)
    {
        var copy = json.DeepClone().AsObject();
        foreach (var hidden in copy.Select(pair => pair.Key).Where(key => key.StartsWith('_')).ToList())
        {
            copy.Remove(hidden);
        }

        return copy;
    }

    public static JsonObject Item(string id, JsonObject price, long from, long until) => new()
    {
        ["id"] = id,
        ["object"] = "subscription_item",
        ["current_period_start"] = from,
        ["current_period_end"] = until,
        ["price"] = Bare(price),
    };

    /// <summary>A price as it stands in other objects: its product is an id there.</summary>
    public static JsonObject Bare(JsonObject price)
    {
        var copy = price.DeepClone().AsObject();
        copy["product"] = (string?)price["product"]!["id"];
        copy.Remove("currency_options");
        return copy;
    }

    public JsonObject Bill(string customer, long amount, string status)
    {
        var id = NewId("in");
        var invoice = new JsonObject
        {
            ["id"] = id, ["object"] = "invoice", ["number"] = $"TEST-{id}", ["customer"] = customer, ["created"] = Now, ["total"] = amount, ["amount_due"] = amount,
            ["currency"] = "xof", ["status"] = status, ["hosted_invoice_url"] = $"https://invoice.stripe.com/i/{id}", ["status_transitions"] = new JsonObject { ["finalized_at"] = Now },
        };
        Invoices[id] = invoice;
        return invoice.DeepClone().AsObject();
    }

    private static long EndOf(long from, JsonObject price)
    {
        var start = DateTimeOffset.FromUnixTimeSeconds(from);
        return ((string?)price["recurring"]!["interval"] == "year" ? start.AddYears(1) : start.AddMonths(1)).ToUnixTimeSeconds();
    }

    private static JsonObject Price(string id, string key, string product, string plan, string interval, long xof, long eur) => new()
    {
        ["id"] = id,
        ["object"] = "price",
        ["lookup_key"] = key,
        ["unit_amount"] = xof,
        ["currency"] = "xof",
        ["currency_options"] = new JsonObject { ["eur"] = new JsonObject { ["unit_amount"] = eur } },
        ["recurring"] = new JsonObject { ["interval"] = interval },
        ["product"] = new JsonObject { ["id"] = product, ["object"] = "product", ["metadata"] = new JsonObject { ["plan"] = plan } },
    };
}
