using System.Text.Json;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Infrastructure.Stripe;

internal sealed partial class StripeBillingGateway(
    StripeClient stripe, StripePrices prices, StripeNotices notices, StripeCheckouts checkouts, StripeOptions options, ILogger<StripeBillingGateway> log) : IBillingGateway
{
    public BillingProvider Provider => BillingProvider.Stripe;

    public async Task<string> CreateCustomerAsync(NewCustomer customer, string key, CancellationToken ct)
    {
        var form = new StripeForm()
            .Add("email", customer.Email)
            .Add("name", customer.Name)
            .Add("metadata[tenant_id]", customer.TenantId.Value.ToString())
            .AddList("preferred_locales", customer.Language);
        return (await stripe.PostAsync("/v1/customers", form, key, ct)).Must("id");
    }

    public async Task<bool> HasCustomerAsync(string customerId, CancellationToken ct) =>
        await FindAsync($"/v1/customers/{Uri.EscapeDataString(customerId)}", ct) is { } customer && !customer.Flag("deleted");

    /// <summary>A dispute names its charge only.</summary>
    public async Task<string?> CustomerOfDisputeAsync(string disputeId, CancellationToken ct)
    {
        var charge = (await FindAsync($"/v1/disputes/{Uri.EscapeDataString(disputeId)}", ct))?.IdOf("charge");
        return charge is null ? null : (await FindAsync($"/v1/charges/{Uri.EscapeDataString(charge)}", ct))?.IdOf("customer");
    }

    public async Task<IReadOnlyList<PlanPrice>> PricesAsync(Currency currency, CancellationToken ct) =>
        [.. (await prices.AllAsync(stripe, ct)).Select(p => new PlanPrice(p.Plan, p.Interval, p.In(currency)))];

    public async Task<Checkout> CreateCheckoutAsync(CheckoutRequest request, string key, CancellationToken ct) =>
        await checkouts.CreateAsync(request, await prices.OfAsync(stripe, request.Plan, request.Interval, ct), key, ct);

    public Task<Checkout?> FindCheckoutAsync(string id, CancellationToken ct) => checkouts.FindAsync(id, ct);

    public Task<IReadOnlyList<Checkout>> OpenCheckoutsAsync(string customerId, CancellationToken ct) => checkouts.OpenAsync(customerId, ct);

    public Task ExpireCheckoutAsync(string id, string key, CancellationToken ct) => checkouts.ExpireAsync(id, key, ct);

    public async Task<Uri> OpenPortalAsync(string customerId, Uri returnTo, string key, CancellationToken ct)
    {
        var portal = await stripe.PostAsync("/v1/billing_portal/sessions", new StripeForm().Add("customer", customerId).Add("return_url", returnTo.ToString()), key, ct);
        return options.Page(portal.Text("url")) ?? throw new BillingException(BillingFailure.NoAnswer, "answer_without_url");
    }

    public async Task<IReadOnlyList<BillingState>> SubscriptionsAsync(string customerId, CancellationToken ct)
    {
        var rows = await RowsAsync(customerId, ct);
        List<BillingState> states = [];
        foreach (var row in rows)
        {
            var item = StripeReading.ItemOf(row);
            var plan = item is null ? null : await prices.PlanOfAsync(stripe, item.Value.Part("price")!.Value, ct);
            if (plan is { } known && StripeReading.State(row, item!.Value, known) is { } state)
            {
                states.Add(state);
            }
            else
            {
                NotOurs(row.Text("id") ?? "-");
            }
        }

        return states;
    }

    public async Task<Money> PreviewChangeAsync(string customerId, PlanChange change, CancellationToken ct)
    {
        var price = await prices.OfAsync(stripe, change.Plan, change.Interval, ct);
        var form = new StripeForm()
            .Add("customer", customerId)
            .Add("subscription", change.SubscriptionId)
            .Add("subscription_details[items][0][id]", change.ItemId)
            .Add("subscription_details[items][0][price]", price.Id)
            .Add("subscription_details[proration_behavior]", change.Now ? "always_invoice" : "none");
        var preview = await stripe.PostAsync("/v1/invoices/create_preview", form, $"preview:{Guid.CreateVersion7():n}", ct);
        return StripeMoney.Read(preview.Number("amount_due"), preview.Text("currency")) ?? throw new BillingException(BillingFailure.NoAnswer, "answer_without_amount");
    }

    public async Task ChangePlanAsync(PlanChange change, string key, CancellationToken ct)
    {
        var price = await prices.OfAsync(stripe, change.Plan, change.Interval, ct);

        // Without the item's id a second item would be added and both billed.
        var form = new StripeForm()
            .Add("items[0][id]", change.ItemId)
            .Add("items[0][price]", price.Id)
            .Add("proration_behavior", change.Now ? "always_invoice" : "none")
            .Add("payment_behavior", change.Now ? "error_if_incomplete" : null);
        await stripe.PostAsync(PathOf(change.SubscriptionId), form, key, ct);
    }

    public async Task SetCancelAtPeriodEndAsync(string subscriptionId, bool cancel, string key, CancellationToken ct)
    {
        // Cancelled in Stripe's own portal it may carry a date instead of the flag, and the two exclude each other.
        var dated = !cancel && await IsDatedAsync(subscriptionId, ct);
        var form = dated ? new StripeForm().Add("cancel_at", "") : new StripeForm().Add("cancel_at_period_end", cancel);
        await stripe.PostAsync(PathOf(subscriptionId), form, key, ct);
    }

    public async Task CancelNowAsync(string subscriptionId, CancellationToken ct)
    {
        try
        {
            await stripe.DeleteAsync(PathOf(subscriptionId), new StripeForm().Add("prorate", true), ct);
        }
        catch (BillingException e) when (IsMissing(e))
        {
            // It is over already.
        }
    }

    public Task ResumeAsync(string subscriptionId, string key, CancellationToken ct) =>
        stripe.PostAsync($"{PathOf(subscriptionId)}/resume", new StripeForm().Add("billing_cycle_anchor", "now"), key, ct);

    public async Task<IReadOnlyList<Invoice>> InvoicesAsync(string customerId, CancellationToken ct)
    {
        var answer = await stripe.GetAsync("/v1/invoices", new StripeForm().Add("customer", customerId).Add("limit", 12), ct);
        return [.. answer.List("data").Select(json => StripeReading.Invoice(json, options)).OfType<Invoice>().Where(i => i.State != InvoiceState.Draft)];
    }

    public async Task<IReadOnlyList<BillingNotice>> NoticesSinceAsync(DateTimeOffset since, CancellationToken ct)
    {
        var rows = await stripe.ListAsync("/v1/events", () => new StripeForm().Add("created[gte]", since).AddList("types", StripeNotices.Types), ct);
        return [.. rows.Select(notices.Read).OfType<BillingNotice>().Reverse()];
    }

    private static string PathOf(string subscriptionId) => $"/v1/subscriptions/{Uri.EscapeDataString(subscriptionId)}";

    /// <summary>A customer that was deleted has nothing any more.</summary>
    private async Task<IReadOnlyList<JsonElement>> RowsAsync(string customerId, CancellationToken ct)
    {
        try
        {
            return await stripe.ListAsync(
                "/v1/subscriptions", () => new StripeForm().Add("customer", customerId).Add("status", "all").AddList("expand", "data.latest_invoice"), ct);
        }
        catch (BillingException e) when (IsMissing(e))
        {
            return [];
        }
    }

    private async Task<JsonElement?> FindAsync(string path, CancellationToken ct)
    {
        try
        {
            return await stripe.GetAsync(path, [], ct);
        }
        catch (BillingException e) when (IsMissing(e))
        {
            return null;
        }
    }

    private static bool IsMissing(BillingException failure) => failure is { Failure: BillingFailure.Refused, Code: "resource_missing" };

    private async Task<bool> IsDatedAsync(string subscriptionId, CancellationToken ct)
    {
        var json = await stripe.GetAsync(PathOf(subscriptionId), [], ct);
        return json.Time("cancel_at") is not null && !json.Flag("cancel_at_period_end");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stripe subscription {Subscription} is for no plan of this product and is left alone")]
    private partial void NotOurs(string subscription);
}
