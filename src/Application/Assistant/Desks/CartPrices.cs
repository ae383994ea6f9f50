using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Desks;

/// <summary>Pieces that the customer wants; the price is another matter.</summary>
internal sealed record WantedLine(Product Product, string? Variant, int Quantity)
{
    public Shelf Shelf => new(Product.Id, Variant);

    public string Name => Variant is null ? Product.Name : $"{Product.Name} ({Variant})";
}

/// <summary>What one product costs in this cart, for all its pieces.</summary>
internal sealed record ProductPrice(long Amount, OfferOrigin Origin, DateTimeOffset ExpiresAt)
{
    public long GrantedFee { get; init; }

    public AgreementId? AgreementId { get; init; }
}

/// <summary>
/// Prices a cart from what was said: live agreements where what they were about is in the cart, else the best price that
/// was told or is public for the quantity. A bundle's accessory, or a basket's line, has its price only beside the rest.
/// </summary>
internal sealed class CartPrices(Desk desk, IReadOnlyList<WantedLine> lines)
{
    /// <summary>A public price that was told holds for so long.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    private readonly Dictionary<ProductId, ProductPrice> _prices = [];

    private readonly Dictionary<ProductId, int> _pieces =
        lines.GroupBy(line => line.Product.Id).ToDictionary(same => same.Key, same => same.Sum(line => line.Quantity));

    private readonly Dictionary<ProductId, Product> _products = lines.DistinctBy(line => line.Product.Id).ToDictionary(line => line.Product.Id, line => line.Product);

    public IReadOnlyDictionary<ProductId, ProductPrice> All()
    {
        foreach (var (id, product) in _products)
        {
            _prices[id] = Told(product);
        }

        foreach (var product in _products.Values)
        {
            ApplyAgreed(product);
        }

        foreach (var basket in desk.Negotiations.Where(talk => talk.IsOverCart).Select(talk => talk.Agreements.FirstOrDefault(IsHere)).OfType<Agreement>())
        {
            Apply(basket);
        }

        return _prices;
    }

    private ProductPrice Told(Product product)
    {
        var pieces = _pieces[product.Id];
        var rule = product.RuleIn(desk.Shop);
        var unit = rule.PublicPrice(pieces);
        var now = new ProductPrice(unit * pieces, unit < rule.ListPrice ? OfferOrigin.Tier : OfferOrigin.ListPrice, desk.Now + Validity);
        var before = desk.Offers
            .Where(offer => offer.Origin is OfferOrigin.ListPrice or OfferOrigin.Tier && offer.Shelf.ProductId == product.Id && offer.Covers(offer.Shelf, pieces, desk.Now))
            .MinBy(offer => offer.AmountFor(pieces));
        return before is not null && before.AmountFor(pieces) < now.Amount ? new ProductPrice(before.AmountFor(pieces), before.Origin, before.ExpiresAt) : now;
    }

    private void ApplyAgreed(Product product)
    {
        var subject = new ProductSubject(product.Id, product.RuleIn(desk.Shop));
        if (desk.Talk(subject)?.Agreed(subject, _pieces[product.Id], desk.Now) is not { Agreement: { } agreement } reply)
        {
            return;
        }

        Improve(product.Id, Of(reply.Lines.Where(line => line.Product == product.Id).Sum(line => line.Amount), agreement));
        foreach (var beside in reply.Lines.Where(line => line.Product != product.Id && _pieces.ContainsKey(line.Product)))
        {
            Bundle(beside, agreement);
        }
    }

    /// <summary>The accessory's own price for the pieces of the bundle, the public one for more.</summary>
    private void Bundle(PriceLine beside, AgreedPrice agreement)
    {
        var pieces = _pieces[beside.Product];
        var more = Math.Max(0, pieces - beside.Quantity) * _products[beside.Product].RuleIn(desk.Shop).PublicPrice(pieces);
        Improve(beside.Product, Of(beside.Amount + more, agreement) with { GrantedFee = 0 });
    }

    private void Improve(ProductId product, ProductPrice price) => _prices[product] = price.Amount <= _prices[product].Amount ? price : _prices[product];

    private static ProductPrice Of(long amount, AgreedPrice agreement) =>
        new(amount, OfferOrigin.Agreement, agreement.ExpiresAt) { GrantedFee = agreement.WaivedDelivery, AgreementId = agreement.Id };

    private bool IsHere(Agreement basket) => basket.IsLive(desk.Now) && basket.Lines.All(line => _pieces.GetValueOrDefault(line.Product) == line.Quantity);

    private void Apply(Agreement basket)
    {
        if (basket.Lines.Sum(line => line.Amount) > basket.Lines.Sum(line => _prices[line.Product].Amount))
        {
            return;
        }

        var agreement = new AgreedPrice(basket.Id, basket.ExpiresAt, basket.WaivedDelivery);
        foreach (var (line, place) in basket.Lines.Select((line, place) => (line, place)))
        {
            _prices[line.Product] = Of(line.Amount, agreement) with { GrantedFee = place == 0 ? basket.WaivedDelivery : 0 };
        }
    }
}
