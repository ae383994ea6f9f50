using WaSaas.Domain.Common;

namespace WaSaas.Domain.Negotiation;

public static class NegotiationErrors
{
    public static readonly Error ListPriceRange = new("price_range", "The price must be more than zero.");

    public static readonly Error FloorAbovePrice =
        new("floor_above_price", "The floor must be more than zero and not above the price.");

    public static readonly Error DiscountRange =
        new("discount_range", "The largest discount is a whole number of percent from 1 to 99.");

    public static readonly Error StepRange = new("price_step_range", "The price step must be more than zero.");

    public static readonly Error UnknownStyle = new("negotiation_style", "The style is firm, balanced or generous.");

    public static readonly Error ValidityRange =
        new("agreement_validity_range", $"An agreed price holds for at least an hour and at most {PriceRule.MaxValidity.Days} days.", PriceRule.MaxValidity.Days);

    public static readonly Error CoolDownRange =
        new("cool_down_range", $"The cool-down has 0 to {PriceRule.MaxCoolDown.Days} days.", PriceRule.MaxCoolDown.Days);

    public static readonly Error QuantityRange =
        new("quantity_range", $"A quantity is 1 to {PriceRule.MaxQuantity}.", PriceRule.MaxQuantity);

    public static readonly Error AgreementUnknown = new("agreement_unknown", "There is no such agreed price.");

    public static readonly Error AgreementExpired = new("agreement_expired", "The agreed price has expired.");

    public static readonly Error AgreementClosed = new("agreement_closed", "The agreed price was used or withdrawn already.");

    public static readonly Error AlternativeGone = new("alternative_gone", "This alternative does not stand any more.");

    public static readonly Error CartLines =
        new("cart_lines", $"A cart has 1 to {CartSubject.MaxLines} lines, each product once.", CartSubject.MaxLines);

    public static Error TierQuantity(int quantity) =>
        new("tier_quantity", $"A tier starts at 2 to {PriceRule.MaxQuantity} pieces, each quantity once; {quantity} does not.", quantity);

    public static Error TierAbovePrice(int quantity, long price) =>
        new("tier_above_price", $"{price} from {quantity} pieces is more than the price for fewer pieces.", quantity, price);

    public static Error TierBelowFloor(int quantity, long price) =>
        new("tier_below_floor", $"{price} from {quantity} pieces is below the floor.", quantity, price);
}
