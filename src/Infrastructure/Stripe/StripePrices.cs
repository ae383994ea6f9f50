using System.Text.Json;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Infrastructure.Stripe;

/// <param name="Amounts">By currency, the price's own first.</param>
internal sealed record StripePrice(string Id, string ProductId, Plan Plan, BillingInterval Interval, IReadOnlyList<Money> Amounts)
{
    public Money In(Currency currency) => Amounts.FirstOrDefault(a => a.Currency == currency) is { Currency: not null } own ? own : Amounts[0];

    public bool Has(Currency currency) => Amounts.Any(a => a.Currency == currency);
}

/// <summary>
/// Prices by lookup key, kept for ten minutes; when Stripe does not answer, the last good copy. A product's metadata
/// <c>plan</c> names the plan, because amounts change by new prices, and old subscribers stay on the old ones.
/// </summary>
internal sealed class StripePrices(TimeProvider clock) : IDisposable
{
    public static readonly string[] LookupKeys = ["pro_monthly", "pro_yearly", "business_monthly", "business_yearly"];
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, Plan?> _products = [];
    private IReadOnlyList<StripePrice> _prices = [];
    private DateTimeOffset _until = DateTimeOffset.MinValue;

    public async Task<IReadOnlyList<StripePrice>> AllAsync(StripeClient stripe, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (clock.GetUtcNow() >= _until)
            {
                _prices = await ReadAsync(stripe, ct);
                _until = clock.GetUtcNow() + Fresh;
            }
        }
        catch (BillingException) when (_prices.Count > 0)
        {
            // The last good copy is better than no page; asked again a minute from now.
            _until = clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        }
        finally
        {
            _turn.Release();
        }

        return _prices;
    }

    /// <exception cref="BillingException">There is no such price.</exception>
    public async Task<StripePrice> OfAsync(StripeClient stripe, Plan plan, BillingInterval interval, CancellationToken ct) =>
        (await AllAsync(stripe, ct)).FirstOrDefault(p => p.Plan == plan && p.Interval == interval)
        ?? throw new BillingException(BillingFailure.Refused, "price_missing");

    /// <summary>Null when the product is none of ours.</summary>
    public async Task<Plan?> PlanOfAsync(StripeClient stripe, JsonElement price, CancellationToken ct)
    {
        var product = price.IdOf("product") ?? "";
        if ((await AllAsync(stripe, ct)).FirstOrDefault(p => p.ProductId == product) is { } known)
        {
            return known.Plan;
        }

        if (!_products.TryGetValue(product, out var plan))
        {
            plan = PlanIn((await stripe.GetAsync($"/v1/products/{Uri.EscapeDataString(product)}", [], ct)).Part("metadata")?.Text("plan"));
            _products[product] = plan;
        }

        return plan ?? PlanIn(price.Text("lookup_key")?.Split('_')[0]);
    }

    public static BillingInterval IntervalOf(JsonElement price) =>
        price.Part("recurring")?.Text("interval") == "year" ? BillingInterval.Yearly : BillingInterval.Monthly;

    public void Dispose() => _turn.Dispose();

    private static async Task<IReadOnlyList<StripePrice>> ReadAsync(StripeClient stripe, CancellationToken ct)
    {
        var rows = await stripe.ListAsync(
            "/v1/prices", () => new StripeForm().AddList("lookup_keys", LookupKeys).Add("active", true).AddList("expand", "data.product", "data.currency_options"), ct);
        return [.. rows.Select(Read).OfType<StripePrice>()];
    }

    private static StripePrice? Read(JsonElement price)
    {
        var plan = PlanIn(price.Part("product")?.Part("metadata")?.Text("plan")) ?? PlanIn(price.Text("lookup_key")?.Split('_')[0]);
        List<Money?> amounts = [StripeMoney.Read(price.Number("unit_amount"), price.Text("currency"))];
        if (price.Part("currency_options") is { ValueKind: JsonValueKind.Object } options)
        {
            amounts.AddRange(options.EnumerateObject().Select(option => StripeMoney.Read(option.Value.Number("unit_amount"), option.Name)));
        }

        var known = amounts.OfType<Money>().DistinctBy(a => a.Currency).ToList();
        return plan is null || known.Count == 0 ? null : new StripePrice(price.Must("id"), price.IdOf("product") ?? "", plan.Value, IntervalOf(price), known);
    }

    private static Plan? PlanIn(string? name) => Enum.TryParse<Plan>(name, ignoreCase: true, out var plan) && Enum.IsDefined(plan) && !char.IsAsciiDigit(name![0]) ? plan : null;
}
