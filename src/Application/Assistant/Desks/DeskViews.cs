using WaSaas.Application.Assistant.Tools;
using WaSaas.Application.Common;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Desks;

/// <summary>A desk as brains and customers may see it: amounts with their texts, no floor.</summary>
internal sealed class DeskViews(Desk desk, string language)
{
    public Amount Amount(long minor) => new(minor, MoneyText.Of(desk.Shop.Price(minor), language));

    public CartView Cart()
    {
        if (desk.Cart is not { } cart)
        {
            return new CartView([], Amount(0), desk.Quote?.ZoneCode, desk.Quote?.ZoneName, null, null);
        }

        var total = cart.Lines.Count == 0 ? null : (long?)(cart.Total(desk.Quote, desk.Now) is { IsOk: true } known ? known.Value : null);
        return new CartView(
            [.. cart.Lines.Select(Line)],
            Amount(cart.Goods),
            desk.Quote?.ZoneCode,
            desk.Quote?.ZoneName,
            desk.Quote is { } quote && quote.IsLiveFor(cart.Hash, desk.Now) ? Amount(quote.Fee.Total) : null,
            total is { } sum ? Amount(sum) : null);
    }

    public IReadOnlyList<CartGap> Missing() =>
        desk.Cart?.Missing(desk.Quote, desk.Now) ?? [CartGap.Items, CartGap.Place, CartGap.Fee, CartGap.Name, CartGap.Phone];

    public CustomerView Customer()
    {
        var known = desk.Cart?.Recipient ?? Recipient.Nobody;
        return new CustomerView(known.Name, known.Phone, known.Address ?? PlaceOf(), known.Landmark, known.When);
    }

    public async Task<DeskView> AllAsync(CancellationToken ct) => new(
        desk.Notes.Focus,
        Cart(),
        Missing(),
        desk.Recap is { SentSequence: not null } recap && desk.Now - recap.CreatedAt < Recap.Validity && IsCurrent(recap) ? new RecapView(recap.Id.Value.ToString(), Amount(recap.Total)) : null,
        await StandingAsync(ct),
        QuestionNotes.Read(desk.Notes.Asked),
        Customer(),
        desk.Orders.FirstOrDefault() is { } order ? OrderNumbers.Text(order) : null,
        desk.Notes.Misses);

    private string? PlaceOf() => desk.Quote is { IsAddress: true } quote ? quote.Destination.Words ?? quote.ZoneName : null;

    private CartLineView Line(Domain.Orders.CartLine line) => new(
        desk.Products.Known(line.Shelf.ProductId)?.Sku ?? "",
        NameOf(line),
        line.Shelf.Variant,
        line.Quantity,
        Amount((line.Amount + line.Quantity - 1) / line.Quantity),
        Amount(line.Amount));

    private string NameOf(Domain.Orders.CartLine line) => desk.Products.Known(line.Shelf.ProductId)?.Name ?? line.Name;

    private bool IsCurrent(Recap recap) => RecapDesk.Current(desk, recap.Method) is { } now && now.Hash == recap.Hash;

    private async Task<IReadOnlyList<StandingPrice>> StandingAsync(CancellationToken ct)
    {
        var open = desk.Negotiations.Where(IsOpen).ToList();
        var spoken = open.SelectMany(talk => talk.Steps[^1].Lines.Concat(talk.Steps[^1].Alternatives.SelectMany(way => way.Lines)));
        await desk.Products.FindAllAsync([.. spoken.Select(line => line.Product).Distinct()], ct);
        return [.. open.Select(talk => Standing(talk, talk.Steps[^1]))];
    }

    private StandingPrice Standing(PriceNegotiation talk, HaggleStep last)
    {
        var agreed = talk.Agreements.FirstOrDefault(agreement => agreement.IsLive(desk.Now));
        var (quantity, lines) = agreed is null ? (last.Quantity, last.Lines) : (agreed.Quantity, agreed.Lines);
        return new StandingPrice(
            [.. lines.Select(line => desk.Products.Known(line.Product)?.Sku).OfType<string>()],
            quantity,
            Amount(last.Public * quantity),
            Amount(lines.Sum(line => line.Amount)),
            agreed is null ? last.Decision : Decision.Accept,
            [.. last.Alternatives.Select(Alternative)])
        {
            Names = [.. lines.Select(line => desk.Products.Known(line.Product)).OfType<Domain.Catalogue.Product>().Select(product => UntrustedText.Clean(product.Name))],
        };
    }

    public AlternativeView Alternative(Alternative way) => new(way.Kind, way.Quantity, [.. way.Lines.Select(Priced)], Amount(way.Lines.Count == 0 ? way.CustomerTotal ?? 0 : way.Total));

    public PricedLine Priced(PriceLine line)
    {
        var product = desk.Products.Known(line.Product);
        return new PricedLine(
            product?.Sku ?? "", product is null ? "" : UntrustedText.Clean(product.Name), line.Quantity, Amount((line.Amount + line.Quantity - 1) / line.Quantity), Amount(line.Amount));
    }

    // What was agreed and bought, or was said long ago, does not stand any more.
    private bool IsOpen(PriceNegotiation talk) => talk.Steps.Count > 0
        && (talk.Agreements.Any(agreement => agreement.IsLive(desk.Now))
            || (talk.Steps[^1].Decision != Decision.Accept && desk.Now - talk.LastMoveAt <= TimeSpan.FromDays(desk.Shop.Sales.CoolDownDays)));
}
