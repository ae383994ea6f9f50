namespace WaSaas.Application.Assistant.Tools;

public enum FactKind
{
    Price = 1,
    Available = 2,
    LastPieces = 3,
    OutOfStock = 4,
    NotFound = 5,
    HandOff = 6,

    /// <summary>A price that the shop offers in a haggle.</summary>
    Offer = 7,

    /// <summary>A price that was agreed on, until when.</summary>
    Agreement = 8,

    /// <summary>A public price for more pieces.</summary>
    Tier = 9,

    /// <summary>Another way out of a haggle.</summary>
    Alternative = 10,

    /// <summary>The customer's own number, repeated as hers.</summary>
    CustomerOffer = 11,
    Fee = 12,
    FreeDelivery = 13,
    Eta = 14,

    /// <summary>Cash at the door or not.</summary>
    CashOnDelivery = 15,
    Place = 16,
    CartLine = 17,
    Subtotal = 18,
    Total = 19,
    Customer = 20,
    Missing = 21,
    Order = 22,
    OrderState = 23,
    ShopInfo = 24,
    Warranty = 25,
    Returns = 26,
    Payment = 27,
    Restock = 28,
    Photo = 29,
    OptOut = 30,
    MinimumOrder = 31,

    /// <summary>A description or another property of a product, in the vendor's words.</summary>
    Detail = 32,
}

/// <summary>Something that a tool established and that may be said to the customer.</summary>
/// <param name="Id">What it is about, e.g. <c>price:bazin-riche</c>.</param>
/// <param name="Kind">What sort of promise it carries.</param>
/// <param name="Sentence">Ready to be sent, in the language of the turn.</param>
/// <param name="Minor">The amount it states, in minor units of the shop's currency.</param>
public sealed record Fact(string Id, FactKind Kind, string Sentence, long? Minor = null);
