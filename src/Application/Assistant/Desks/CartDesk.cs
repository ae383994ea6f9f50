using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Desks;

/// <summary>
/// Changes the cart on a desk. With each change all its lines are priced anew and each price is said as an offer; the fee
/// is asked for again for the cart as it is now.
/// </summary>
internal sealed class CartDesk(Desk desk)
{
    /// <summary>Offers and fee that a summary cites must live as long as it does; else a yes in time could find them expired.</summary>
    private TimeSpan _life = TimeSpan.Zero;

    /// <summary>The fee that was told before the last change, when it is another one now.</summary>
    public long? FeeBefore { get; private set; }

    public async Task<Result> PutAsync(WantedLine wanted, CancellationToken ct)
    {
        var (now, cart) = (desk.Now, desk.OpenCart());
        var lines = (await LinesAsync(ct)).Where(line => line.Shelf != wanted.Shelf).Append(wanted).ToList();
        var prices = new CartPrices(desk, lines).All();
        var put = cart.Put(OfferFor(wanted, prices[wanted.Product.Id], lines), wanted.Name, wanted.Quantity, wanted.Product.WeightGrams ?? 0, now);
        if (put.IsOk)
        {
            await RepriceAsync(ct);
        }

        return put;
    }

    public async Task<Result> RemoveAsync(Shelf shelf, CancellationToken ct)
    {
        var removed = desk.OpenCart().Remove(shelf, desk.Now);
        if (removed.IsOk)
        {
            await RepriceAsync(ct);
        }

        return removed;
    }

    public void Clear() => desk.OpenCart().Clear(desk.Now);

    public Task RepriceForAsync(TimeSpan life, CancellationToken ct)
    {
        _life = life;
        return RepriceAsync(ct);
    }

    /// <summary>Lines and fee at what was said or agreed by now; what is not sold any more goes.</summary>
    public async Task RepriceAsync(CancellationToken ct)
    {
        if (desk.Cart is not { } cart)
        {
            return;
        }

        var lines = await LinesAsync(ct);
        foreach (var gone in cart.Lines.Where(line => lines.TrueForAll(wanted => wanted.Shelf != line.Shelf)).ToList())
        {
            cart.Remove(gone.Shelf, desk.Now);
        }

        var prices = new CartPrices(desk, lines).All();
        foreach (var wanted in lines)
        {
            var offer = OfferFor(wanted, prices[wanted.Product.Id], lines);
            var line = cart.Lines.Single(line => line.Shelf == wanted.Shelf);
            if ((line.OfferId, line.Amount, line.Quantity) != (offer.Id, offer.AmountFor(wanted.Quantity), wanted.Quantity))
            {
                cart.Put(offer, wanted.Name, wanted.Quantity, wanted.Product.WeightGrams ?? 0, desk.Now);
            }
        }

        await RequoteAsync(ct);
    }

    public async Task<List<WantedLine>> LinesAsync(CancellationToken ct)
    {
        var lines = desk.Cart?.Lines ?? [];
        var products = (await desk.Products.FindAllAsync([.. lines.Select(line => line.Shelf.ProductId).Distinct()], ct)).ToDictionary(product => product.Id);
        return [.. lines.Where(line => products.ContainsKey(line.Shelf.ProductId)).Select(line => new WantedLine(products[line.Shelf.ProductId], line.Shelf.Variant, line.Quantity))];
    }

    private async Task RequoteAsync(CancellationToken ct)
    {
        if (desk.Quote is not { } quote || quote.IsLiveFor(desk.Cart!.Hash, LivesUntil) || await desk.Places.ZoneAsync(quote.ZoneId, ct) is not { } zone)
        {
            return;
        }

        var renewed = quote.Reprice(zone, await desk.Places.TermsAsync(ct), desk.Cart.Parcel, desk.Now).Value!;
        FeeBefore = renewed.DiffersFrom(quote) ? quote.Fee.Total : FeeBefore;
        desk.Deliver(renewed);
    }

    private DateTimeOffset LivesUntil => desk.Now + _life;

    /// <summary>The offer that was made for exactly this already, or a new one.</summary>
    private PriceOffer OfferFor(WantedLine wanted, ProductPrice price, IReadOnlyList<WantedLine> lines)
    {
        var (amount, granted) = ShareOf(wanted, price, lines);
        desk.Staged.Priced[wanted.Product.Id] = wanted.Product;
        var made = desk.Offers.Find(offer => offer.Origin == price.Origin && offer.AgreementId == price.AgreementId && offer.GrantedFee == granted
            && offer.Covers(wanted.Shelf, wanted.Quantity, desk.Now) && (offer.ExpiresAt > LivesUntil || offer.ExpiresAt >= price.ExpiresAt) && offer.AmountFor(wanted.Quantity) == amount);
        if (made is not null)
        {
            return made;
        }

        var terms = new OfferTerms(wanted.Shelf, price.Origin, wanted.Quantity, amount, price.ExpiresAt - desk.Now, granted) { AgreementId = price.AgreementId };
        var offer = PriceOffer.Say(desk.Shop.Id, desk.ContactId, terms, desk.Now);
        desk.Say(offer);
        return offer;
    }

    /// <summary>Variants of one product share its price by their pieces; what does not divide goes to the first.</summary>
    private static (long Amount, long Granted) ShareOf(WantedLine wanted, ProductPrice price, IReadOnlyList<WantedLine> lines)
    {
        var same = lines.Where(line => line.Product.Id == wanted.Product.Id).OrderBy(line => line.Variant, StringComparer.Ordinal).ToList();
        var pieces = same.Sum(line => (long)line.Quantity);
        var share = (WantedLine line) => (long)((Int128)price.Amount * line.Quantity / pieces);
        return same[0] == wanted
            ? (price.Amount - same.Skip(1).Sum(share), price.GrantedFee)
            : (share(wanted), 0);
    }
}
