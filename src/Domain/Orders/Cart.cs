using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;

namespace WaSaas.Domain.Orders;

public readonly record struct CartId(Guid Value) : IId<CartId>
{
    public static CartId From(Guid value) => new(value);
}

/// <summary>What one customer is about to order in one conversation. Each price in it was said, and so was the fee.</summary>
public sealed class Cart : AggregateRoot, ITenantOwned
{
    public const int MaxLines = 50;
    public const int MaxQuantity = 9_999;

    private Cart()
    {
    }

    public TenantId TenantId { get; private set; }

    public CartId Id { get; private set; }

    public ContactId ContactId { get; private set; }

    public ConversationId ConversationId { get; private set; }

    /// <summary>Replaced as a whole with each change.</summary>
    public IReadOnlyList<CartLine> Lines { get; private set; } = [];

    public Recipient Recipient { get; private set; } = Recipient.Nobody;

    /// <summary>The fee that was said last; valid only for the cart that it was said for.</summary>
    public QuoteId? QuoteId { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Counts up with each change: two turns that change the same cart notice each other.</summary>
    public int Version { get; private set; }

    public long Goods => Lines.Sum(line => line.Amount);

    /// <summary>Says which goods at which prices these are. Another hash needs another fee.</summary>
    public string Hash => ContentHash.Of(Lines);

    public Parcel Parcel => new(Goods, Grams(), Hash, Lines.Sum(line => line.GrantedFee));

    public static Cart Open(TenantId tenantId, ContactId contact, ConversationId conversation, DateTimeOffset at) => new()
    {
        TenantId = tenantId,
        Id = Common.Id.New<CartId>(),
        ContactId = contact,
        ConversationId = conversation,
        ChangedAt = at,
    };

    /// <summary>Two contacts turned out to be one person.</summary>
    public void BelongTo(ContactId contact, ConversationId conversation) => (ContactId, ConversationId) = (contact, conversation);

    public int QuantityOf(Shelf shelf) => Lines.FirstOrDefault(line => line.Shelf == shelf)?.Quantity ?? 0;

    /// <summary>Sets the quantity of a product, at the price of an offer made to this customer.</summary>
    public Result Put(PriceOffer offer, string name, int quantity, int unitGrams, DateTimeOffset at)
    {
        if (quantity is < 1 or > MaxQuantity)
        {
            return CartErrors.Quantity;
        }

        if (offer.ContactId != ContactId || !offer.Covers(offer.Shelf, quantity, at))
        {
            return CartErrors.NoOffer;
        }

        var others = Lines.Where(line => line.Shelf != offer.Shelf).ToList();
        if (others.Count >= MaxLines)
        {
            return CartErrors.TooManyLines;
        }

        var line = new CartLine(offer.Shelf, name, quantity, offer.AmountFor(quantity), offer.Id, Math.Max(0, unitGrams), offer.GrantedFee);
        Lines = QuantityOf(offer.Shelf) > 0 ? [.. Lines.Select(old => old.Shelf == offer.Shelf ? line : old)] : [.. others, line];
        return Changed(at);
    }

    public Result Remove(Shelf shelf, DateTimeOffset at)
    {
        if (QuantityOf(shelf) == 0)
        {
            return CartErrors.NotInCart;
        }

        Lines = [.. Lines.Where(line => line.Shelf != shelf)];
        return Changed(at);
    }

    /// <summary>Empty again; who the customer is stays known, when it suits her is asked anew.</summary>
    public void Clear(DateTimeOffset at)
    {
        (Lines, QuoteId, Recipient) = ([], null, Recipient with { When = null });
        Changed(at);
    }

    /// <summary>Keeps what was known where nothing new is told.</summary>
    public Result Know(Recipient told, DateTimeOffset at)
    {
        var known = new Recipient(
            told.Name ?? Recipient.Name, told.Phone ?? Recipient.Phone, told.Landmark ?? Recipient.Landmark, told.Address ?? Recipient.Address, told.When ?? Recipient.When);
        var check = known.Check();
        if (!check.IsOk)
        {
            return check;
        }

        Recipient = known;
        return Changed(at);
    }

    public Result DeliverFor(DeliveryQuote quote, DateTimeOffset at)
    {
        if (quote.ContactId != ContactId || !quote.IsLiveFor(Hash, at))
        {
            return CartErrors.FeeUnknown;
        }

        QuoteId = quote.Id;
        return Changed(at);
    }

    /// <summary>There is no total while the fee of exactly this cart is unknown.</summary>
    public Result<long> Total(DeliveryQuote? quote, DateTimeOffset at) =>
        IsPricedBy(quote, at) ? checked(Goods + quote!.Fee.Total) : CartErrors.FeeUnknown;

    public IReadOnlyList<CartGap> Missing(DeliveryQuote? quote, DateTimeOffset at)
    {
        (bool IsMissing, CartGap Gap)[] gaps =
        [
            (Lines.Count == 0, CartGap.Items),
            (quote is not { IsAddress: true }, CartGap.Place),
            (!IsPricedBy(quote, at), CartGap.Fee),
            (string.IsNullOrWhiteSpace(Recipient.Name), CartGap.Name),
            (Recipient.Phone is null, CartGap.Phone),
        ];
        return [.. gaps.Where(g => g.IsMissing).Select(g => g.Gap)];
    }

    private bool IsPricedBy(DeliveryQuote? quote, DateTimeOffset at) => quote is not null && quote.Id == QuoteId && quote.IsLiveFor(Hash, at);

    // Weights that do not fit an int are heavier than any lorry.
    private int Grams() => (int)Math.Min(int.MaxValue, Lines.Sum(line => (long)line.UnitGrams * line.Quantity));

    private Result Changed(DateTimeOffset at)
    {
        ChangedAt = at;
        Version++;
        return Result.Ok;
    }
}
