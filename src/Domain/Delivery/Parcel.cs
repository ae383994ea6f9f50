namespace WaSaas.Domain.Delivery;

/// <summary>What is to be delivered, as far as the fee goes.</summary>
/// <param name="Goods">Value in minor units.</param>
/// <param name="Grams">Weight; products without a weight count as nothing.</param>
/// <param name="CartHash">Says which cart this is: another hash is another cart.</param>
/// <param name="GrantedFee">A fee up to here was promised to the customer in a negotiation; 0 = none.</param>
public sealed record Parcel(long Goods, int Grams, string CartHash, long GrantedFee = 0);

/// <summary>Where to, as the customer told it.</summary>
/// <param name="Words">The place in her words; null when she sent only a pin.</param>
/// <param name="Landmark">How the rider finds it.</param>
/// <param name="Pin">Her pin or the place of her maps link.</param>
public sealed record Destination(string? Words, string? Landmark = null, GeoPoint? Pin = null);
