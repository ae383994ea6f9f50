using WaSaas.Domain.Common;

namespace WaSaas.Domain.Orders;

public static class CartErrors
{
    public static readonly Error Quantity = new("quantity_range", $"Between 1 and {Cart.MaxQuantity} pieces.", Cart.MaxQuantity);

    public static readonly Error TooManyLines = new("cart_full", $"A cart holds {Cart.MaxLines} products.", Cart.MaxLines);

    public static readonly Error NotInCart = new("not_in_cart", "This product is not in the cart.");

    public static readonly Error NoOffer = new("no_offer", "The price was not said for this product and quantity, or it expired.");

    public static readonly Error FeeUnknown = new("fee_unknown", "There is no total before the delivery fee of this cart is known.");

    public static readonly Error PhoneForm = new("phone_form", "A phone number has 8 to 15 digits.");

    public static readonly Error RecipientLength =
        new("recipient_length", $"Name, place and time have at most each {Recipient.MaxLength} characters.", Recipient.MaxLength);
}

public static class RecapErrors
{
    public static readonly Error NoCashHere = new("no_cash_here", "This zone is delivered against payment in advance only.");

    public static readonly Error NotSent = new("recap_not_sent", "The customer has not been shown this summary before her answer.");

    public static readonly Error Expired = new("recap_expired", "The summary is older than a day. It has to be shown again.");

    public static readonly Error Changed = new("recap_changed", "Something changed since the summary was shown. It has to be shown again.");

    public static readonly Error Used = new("recap_used", "This summary was confirmed already.");

    public static Error Incomplete(IEnumerable<CartGap> gaps) =>
        new("order_incomplete", "Something is missing for an order.", [.. gaps.Cast<object>()]);

    public static Error OfferExpired(string product) =>
        new("offer_expired", "A price of this cart is not valid any more.", product);
}

public static class OrderErrors
{
    public static readonly Error OtherRecap = new("other_recap", "This order was drafted from another summary.");

    public static readonly Error AlreadyPaid = new("already_paid", "There is nothing left to pay.");

    public static readonly Error NothingPaid = new("nothing_paid", "Nothing was paid that could be given back.");

    public static readonly Error NoReceipt = new("no_receipt", "There is no receipt to check.");

    public static readonly Error NotPayable = new("not_payable", "This order is not one to be paid for.");

    public static readonly Error PaymentRange = new("payment_range", "A payment is more than zero and not more than what is due.");

    public static readonly Error NoteTooSmall = new("note_too_small", "This does not cover what is to be paid at the door.");

    public static readonly Error RefundOpen = new("refund_open", "Only a cancelled order is refunded.");

    public static Error NotFrom(OrderStatus from, OrderStatus to) =>
        new("order_status", $"An order does not go from {from} to {to}.", from, to);

    /// <summary>Values: the product's name and the pieces left.</summary>
    public static Error OutOfStock(string product, int left) => new("out_of_stock", "There are not enough pieces left.", product, left);
}
