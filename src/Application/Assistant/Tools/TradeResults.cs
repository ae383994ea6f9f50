using WaSaas.Domain.Delivery.Places;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Tools;

/// <summary>One line of a price: what these pieces cost.</summary>
public sealed record PricedLine(string Sku, string Name, int Quantity, Amount Unit, Amount Total);

/// <summary>A price that holds until it expires.</summary>
public sealed record AgreementView(string Id, DateTimeOffset ExpiresAt, string ExpiresText, Amount? WaivedDelivery);

/// <summary>What else the shop can do when the price does not move any more.</summary>
/// <param name="Kind">Which sort.</param>
/// <param name="Quantity">Pieces of the subject.</param>
/// <param name="Lines">What it would be, bundle's accessory included; the other product for a cheaper similar one.</param>
/// <param name="Total">For all lines.</param>
public sealed record AlternativeView(AlternativeKind Kind, int Quantity, IReadOnlyList<PricedLine> Lines, Amount Total);

/// <summary>What the shop answers to a haggle. There is no floor in it.</summary>
/// <param name="Decision">accept, counter, hold, final or not_negotiable.</param>
/// <param name="Reason">What the words should be about; unit_or_total and not_a_price are questions back.</param>
/// <param name="Quantity">Pieces that the price is for.</param>
/// <param name="Lines">The price by product.</param>
/// <param name="Total">Sum of the lines.</param>
/// <param name="CustomerOffer">The number that the customer named, as it was understood.</param>
/// <param name="Agreement">Set once agreed.</param>
/// <param name="Alternatives">Ways out of a deadlock.</param>
public sealed record PriceResult(
    Decision Decision,
    ReplyReason Reason,
    int Quantity,
    IReadOnlyList<PricedLine> Lines,
    Amount Total,
    Amount? CustomerOffer,
    AgreementView? Agreement,
    IReadOnlyList<AlternativeView> Alternatives,
    IReadOnlyList<Fact> Facts) : ToolResult("ok", Facts);

/// <summary>What a place means for the fee. Only status ok has a fee.</summary>
/// <param name="Place">ok, confirm_place, ambiguous or unknown.</param>
/// <param name="PlaceText">The customer's words for it; null for a pin.</param>
/// <param name="Zone">Code of the zone.</param>
/// <param name="ZoneName">Name of the zone.</param>
/// <param name="Fee">Null while the place is not sure.</param>
/// <param name="FeeBefore">The fee that was told for this place before, when it is another one now.</param>
/// <param name="Eta">Ready sentence on the time of delivery.</param>
/// <param name="CashOnDelivery">Whether the rider takes cash there.</param>
/// <param name="MinimumMissing">What the goods lack for the zone's minimum order.</param>
/// <param name="Candidates">Names of the zones that may be meant.</param>
/// <param name="IsAddress">The customer is there; false when she only asked for the price.</param>
public sealed record DeliveryResult(
    PlaceStatus Place,
    string? PlaceText,
    string? Zone,
    string? ZoneName,
    Amount? Fee,
    Amount? FeeBefore,
    string? Eta,
    bool? CashOnDelivery,
    Amount? MinimumMissing,
    IReadOnlyList<string> Candidates,
    bool IsAddress,
    IReadOnlyList<Fact> Facts) : ToolResult("ok", Facts)
{
    /// <summary>No place was found twice in a row: the fee is the shop's to say.</summary>
    public bool SuggestHandOff { get; init; }
}

public sealed record CartLineView(string Sku, string Name, string? Variant, int Quantity, Amount Unit, Amount Total);

/// <summary>The cart as it would be committed. Fee and total are null while the fee of exactly this cart is unknown.</summary>
public sealed record CartView(IReadOnlyList<CartLineView> Lines, Amount Goods, string? Zone, string? ZoneName, Amount? Fee, Amount? Total);

/// <param name="Cart">After the change.</param>
/// <param name="Missing">What an order still needs.</param>
/// <param name="FeeBefore">The fee changed with the cart: the customer has to be told.</param>
/// <param name="Facts">Lines, subtotal, fee and total as sentences.</param>
public sealed record CartResult(CartView Cart, IReadOnlyList<CartGap> Missing, Amount? FeeBefore, IReadOnlyList<Fact> Facts) : ToolResult("ok", Facts)
{
    /// <summary>What the customer asked for and did not get.</summary>
    public IReadOnlyList<Fact> LeftOut { get; init; } = [];

    /// <summary>What she has to choose before more can go in.</summary>
    public CartRefusal? Open { get; init; }
}

/// <summary>The cart was not changed, and this is why; the customer has to choose or wait.</summary>
/// <param name="Code">variant_needed, out_of_stock, too_few_left, quantity_range, cart_full or not_in_cart.</param>
/// <param name="Sku">The product.</param>
/// <param name="Choices">Names of the variants that are there, for variant_needed.</param>
/// <param name="Left">Pieces that are left, for too_few_left.</param>
/// <param name="Facts">The reason as a sentence.</param>
public sealed record CartRefusal(string Code, string? Sku, IReadOnlyList<string> Choices, int? Left, IReadOnlyList<Fact> Facts) : ToolResult("refused", Facts)
{
    /// <summary>The product's.</summary>
    public string? Name { get; init; }

    /// <summary>What else the customer asked for and did not get.</summary>
    public IReadOnlyList<Fact> LeftOut { get; init; } = [];
}

/// <param name="When">The day or hour that would suit her, in her words.</param>
public sealed record CustomerView(string? Name, string? Phone, string? Address, string? Landmark, string? When = null);

public sealed record CustomerResult(CustomerView Customer, IReadOnlyList<CartGap> Missing, IReadOnlyList<Fact> Facts) : ToolResult("ok", Facts);

/// <summary>The summary is staged: its text is sent by the system, word for word, after the draft.</summary>
public sealed record RecapResult(string RecapId, CartView Cart, IReadOnlyList<Fact> Facts) : ToolResult("ok", Facts);

/// <summary>No summary yet: something is missing or does not fit.</summary>
/// <param name="Code">order_incomplete, minimum_order, no_cash_here, offer_expired, out_of_stock, …</param>
public sealed record RecapRefusal(string Code, IReadOnlyList<CartGap> Missing, IReadOnlyList<Fact> Facts) : ToolResult("refused", Facts);

/// <summary>The order is staged: its confirmation is sent by the system, word for word, after the draft.</summary>
public sealed record OrderResult(string OrderNumber, Amount Total, IReadOnlyList<Fact> Facts) : ToolResult("ok", Facts);

/// <param name="Code">no_recap, recap_not_sent, recap_expired, recap_changed, not_affirmed, out_of_stock, …</param>
public sealed record OrderRefusal(string Code, IReadOnlyList<Fact> Facts) : ToolResult("refused", Facts);

/// <param name="Sku">The product.</param>
/// <param name="Count">Photos that will be sent; 0 when the product has none.</param>
public sealed record PhotoResult(string Sku, int Count, IReadOnlyList<Fact> Facts) : ToolResult(Count > 0 ? "queued" : "none", Facts);

/// <summary>What the shop says of itself on a topic; no facts: the shop has not told it.</summary>
public sealed record ShopInfoResult(string Topic, IReadOnlyList<Fact> Facts) : ToolResult(Facts.Count > 0 ? "ok" : "unknown", Facts);

public sealed record OrderStatusView(string Number, OrderStatus State, Amount Total, string StateText);

public sealed record OrderStatusResult(IReadOnlyList<OrderStatusView> Orders, IReadOnlyList<Fact> Facts) : ToolResult(Orders.Count > 0 ? "ok" : "none", Facts);

public sealed record OptOutResult(IReadOnlyList<Fact> Facts) : ToolResult("done", Facts);
