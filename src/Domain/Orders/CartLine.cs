namespace WaSaas.Domain.Orders;

/// <summary>Some pieces of one product at a price that was said. Amounts in minor units.</summary>
/// <param name="Shelf">The product, or its variant.</param>
/// <param name="Name">As the customer knows it, variant included.</param>
/// <param name="Quantity">Pieces.</param>
/// <param name="Amount">For all pieces.</param>
/// <param name="OfferId">The offer that the price comes from.</param>
/// <param name="UnitGrams">Weight of one piece; 0 when it is not known.</param>
/// <param name="GrantedFee">Delivery fee that the offer promises to take off.</param>
public sealed record CartLine(Shelf Shelf, string Name, int Quantity, long Amount, OfferId OfferId, int UnitGrams = 0, long GrantedFee = 0);

/// <summary>A line of an order: as in the cart that it was made from.</summary>
public sealed record OrderLine(Shelf Shelf, string Name, int Quantity, long Amount, OfferId OfferId)
{
    public static OrderLine Of(CartLine line) => new(line.Shelf, line.Name, line.Quantity, line.Amount, line.OfferId);
}

/// <summary>What an order still needs.</summary>
public enum CartGap
{
    Items = 1,
    Place = 2,
    Fee = 3,
    Name = 4,
    Phone = 5,
}
