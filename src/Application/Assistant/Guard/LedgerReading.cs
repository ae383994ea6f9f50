using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Assistant.Guard;

internal enum AmountRole
{
    /// <summary>A total, an offer for a basket: bound to no single product.</summary>
    General = 1,
    Product = 2,
    Fee = 3,
}

internal readonly record struct LedgerAmount(long Minor, AmountRole Role, string? Sku = null);

/// <summary>What the results of tools let a draft say: their amounts, their words, their products.</summary>
internal static class LedgerReading
{
    public static IEnumerable<LedgerAmount> AmountsOf(ToolResult result) => result switch
    {
        CatalogueResult found => found.Items.Select(Price),
        ProductResult product => [Price(product.Item)],
        PriceResult price => [.. Lines(price.Lines), Of(price.Total), .. price.Alternatives.SelectMany(Alternative), .. Fee(price.Agreement?.WaivedDelivery)],
        DeliveryResult delivery => [.. Fee(delivery.Fee), .. Fee(delivery.FeeBefore), .. General(delivery.MinimumMissing)],
        CartResult cart => [.. Cart(cart.Cart), .. Fee(cart.FeeBefore)],
        RecapResult recap => Cart(recap.Cart),
        OrderResult order => [Of(order.Total)],
        OrderStatusResult status => status.Orders.Select(order => Of(order.Total)),
        _ => [],
    };

    /// <summary>What is on the counter since an earlier turn.</summary>
    public static IEnumerable<LedgerAmount> AmountsOf(DeskView desk) =>
    [
        .. Cart(desk.Cart),
        .. General(desk.Recap?.Total),
        .. desk.Standing.SelectMany(standing => Standing(standing).Concat(standing.Alternatives.SelectMany(Alternative))),
    ];

    // The query, the place and the offer are the brain's own words or the customer's: they ground nothing.
    public static IEnumerable<string> TextsOf(ToolResult result) => result switch
    {
        ToolError => [],
        CatalogueResult found => [.. found.Items.SelectMany(TextsOf), .. Sentences(found)],
        ProductResult product => [.. TextsOf(product.Item), .. Sentences(product)],
        PriceResult price => [.. price.Lines.Select(line => line.Name), price.Agreement?.ExpiresText ?? "", .. Sentences(price)],
        DeliveryResult delivery => [delivery.ZoneName ?? "", delivery.Eta ?? "", .. delivery.Candidates, .. Sentences(delivery)],
        CartResult cart => [.. TextsOf(cart.Cart), .. Sentences(cart)],
        RecapResult recap => [.. TextsOf(recap.Cart), .. Sentences(recap)],
        OrderResult order => [order.OrderNumber, .. Sentences(order)],
        OrderStatusResult status => [.. status.Orders.SelectMany(order => new[] { order.Number, order.StateText }), .. Sentences(status)],
        CartRefusal refusal => [.. refusal.Choices, .. Sentences(refusal)],
        _ => Sentences(result),
    };

    public static IEnumerable<string> TextsOf(CartView cart) => [.. cart.Lines.Select(line => line.Name), .. cart.Lines.Select(line => line.Variant ?? ""), cart.ZoneName ?? ""];

    public static IEnumerable<(string Sku, string Name)> ProductsOf(ToolResult result) => result switch
    {
        CatalogueResult found => found.Items.Select(item => (item.Sku, item.Name)),
        ProductResult product => [(product.Item.Sku, product.Item.Name)],
        PriceResult price => price.Lines.Concat(price.Alternatives.SelectMany(other => other.Lines)).Select(line => (line.Sku, line.Name)),
        CartResult cart => cart.Cart.Lines.Select(line => (line.Sku, line.Name)),
        RecapResult recap => recap.Cart.Lines.Select(line => (line.Sku, line.Name)),
        _ => [],
    };

    public static IEnumerable<int> CountsOf(ToolResult result) => result switch
    {
        CatalogueResult found => [found.Items.Count],
        PriceResult price => [price.Quantity, .. price.Lines.Select(line => line.Quantity), .. price.Alternatives.Select(other => other.Quantity)],
        CartResult cart => cart.Cart.Lines.Select(line => line.Quantity),
        RecapResult recap => recap.Cart.Lines.Select(line => line.Quantity),
        CartRefusal { Left: { } left } => [left],
        PhotoResult photo => [photo.Count],
        OrderStatusResult status => [status.Orders.Count],
        _ => [],
    };

    /// <summary>Sentences that may be quoted: not those that repeat somebody's words.</summary>
    public static IEnumerable<string> Sentences(ToolResult result) =>
        result.Facts.Where(fact => fact.Kind is not (FactKind.NotFound or FactKind.CustomerOffer or FactKind.Customer or FactKind.Place) && !fact.Id.StartsWith("detail:", StringComparison.Ordinal)).Select(fact => fact.Sentence);

    private static LedgerAmount Price(ItemView item) => new(item.Price.Minor, AmountRole.Product, item.Sku);

    private static IEnumerable<string> TextsOf(ItemView item) => [item.Name, item.Sku, item.Category ?? ""];

    private static IEnumerable<LedgerAmount> Lines(IEnumerable<PricedLine> lines) => lines.SelectMany(line => new[]
    {
        new LedgerAmount(line.Unit.Minor, AmountRole.Product, line.Sku), new LedgerAmount(line.Total.Minor, AmountRole.Product, line.Sku),
    });

    private static IEnumerable<LedgerAmount> Alternative(AlternativeView other) => Lines(other.Lines).Append(Of(other.Total));

    private static IEnumerable<LedgerAmount> Standing(StandingPrice standing) => standing.Skus.Count == 1
        ? [new(standing.Total.Minor, AmountRole.Product, standing.Skus[0]), new(standing.Public.Minor, AmountRole.Product, standing.Skus[0])]
        : [Of(standing.Total), Of(standing.Public)];

    private static IEnumerable<LedgerAmount> Cart(CartView cart) =>
    [
        .. cart.Lines.SelectMany(line => new[] { new LedgerAmount(line.Unit.Minor, AmountRole.Product, line.Sku), new LedgerAmount(line.Total.Minor, AmountRole.Product, line.Sku) }),
        .. cart.Lines.Count == 0 ? [] : General(cart.Goods),
        .. Fee(cart.Fee),
        .. General(cart.Total),
    ];

    private static IEnumerable<LedgerAmount> Fee(Amount? fee) => fee is null ? [] : [new LedgerAmount(fee.Minor, AmountRole.Fee)];

    private static IEnumerable<LedgerAmount> General(Amount? amount) => amount is null ? [] : [Of(amount)];

    private static LedgerAmount Of(Amount amount) => new(amount.Minor, AmountRole.General);
}
