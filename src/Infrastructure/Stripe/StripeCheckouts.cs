using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;

namespace WaSaas.Infrastructure.Stripe;

/// <summary>Stripe's own pages where a vendor pays.</summary>
internal sealed class StripeCheckouts(StripeClient stripe, StripeOptions options, TimeProvider clock)
{
    /// <summary>Stripe wants a trial's end to be two days ahead; nearer ones are given as whole days.</summary>
    private static readonly TimeSpan NearestTrialEnd = TimeSpan.FromHours(49);

    public async Task<Checkout> CreateAsync(CheckoutRequest request, StripePrice price, string key, CancellationToken ct)
    {
        var shop = request.TenantId.Value.ToString();

        // The braces have to reach Stripe as they are; a Uri would encode them.
        var form = new StripeForm()
            .Add("mode", "subscription")
            .Add("customer", request.CustomerId)
            .Add("client_reference_id", shop)
            .Add("metadata[tenant_id]", shop)
            .Add("metadata[plan]", request.Plan.ToString())
            .Add("metadata[interval]", request.Interval.ToString())
            .Add("subscription_data[metadata][tenant_id]", shop)
            .Add("line_items[0][price]", price.Id)
            .Add("line_items[0][quantity]", 1)
            .Add("success_url", request.ReturnTo + "?session_id={CHECKOUT_SESSION_ID}")
            .Add("cancel_url", request.CancelTo.ToString())
            .Add("locale", request.Language)
            .Add("currency", price.Has(request.Currency) && price.Amounts[0].Currency != request.Currency ? Lower(request.Currency) : null)
            .Add("allow_promotion_codes", options.PromotionCodes ? "true" : null);
        AddTrial(form, request.TrialEndsAt);
        if (options.AutomaticTax)
        {
            form.Add("automatic_tax[enabled]", true).Add("customer_update[address]", "auto");
        }

        return StripeReading.Checkout(await stripe.PostAsync("/v1/checkout/sessions", form, key, ct), options);
    }

    public async Task<Checkout?> FindAsync(string id, CancellationToken ct)
    {
        try
        {
            return StripeReading.Checkout(await stripe.GetAsync($"/v1/checkout/sessions/{Uri.EscapeDataString(id)}", [], ct), options);
        }
        catch (BillingException e) when (e is { Failure: BillingFailure.Refused, Code: "resource_missing" })
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<Checkout>> OpenAsync(string customerId, CancellationToken ct) =>
        [.. (await stripe.ListAsync("/v1/checkout/sessions", () => new StripeForm().Add("customer", customerId).Add("status", "open"), ct)).Select(json => StripeReading.Checkout(json, options))];

    public Task ExpireAsync(string id, string key, CancellationToken ct) => stripe.PostAsync($"/v1/checkout/sessions/{Uri.EscapeDataString(id)}/expire", [], key, ct);

    private void AddTrial(StripeForm form, DateTimeOffset? end)
    {
        var left = end - clock.GetUtcNow();
        if (left <= TimeSpan.Zero || left is null)
        {
            return;
        }

        if (left > NearestTrialEnd)
        {
            form.Add("subscription_data[trial_end]", end!.Value);
        }
        else
        {
            form.Add("subscription_data[trial_period_days]", (int)Math.Ceiling(left.Value.TotalDays));
        }

        form.Add("subscription_data[trial_settings][end_behavior][missing_payment_method]", "pause");
    }

    private static string Lower(Currency currency) => string.Create(3, currency.Code, (span, code) => code.AsSpan().ToLowerInvariant(span));
}
