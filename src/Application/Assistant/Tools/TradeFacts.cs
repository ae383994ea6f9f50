using WaSaas.Application.Assistant.Tools.Sentences;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Tools;

/// <summary>Facts about cart, place and customer, in the language of the turn.</summary>
internal sealed class TradeFacts(TurnSession session)
{
    private readonly string _language = session.Language;

    public IEnumerable<Fact> Cart(CartView cart, long? feeBefore)
    {
        if (cart.Lines.Count == 0)
        {
            return [Of("cart", FactKind.Subtotal, TradeWords.Empty)];
        }

        var facts = new List<Fact>(cart.Lines.Select(Line)) { Of("goods", FactKind.Subtotal, TradeWords.Subtotal, cart.Goods) };
        facts.AddRange(Fee(cart.ZoneName, cart.Fee, feeBefore));
        if (cart.Total is { } total)
        {
            facts.Add(Of("total", FactKind.Total, TradeWords.Total, total));
        }

        return facts;
    }

    public IEnumerable<Fact> Fee(string? zone, Amount? fee, long? feeBefore)
    {
        if (zone is null || fee is null)
        {
            yield break;
        }

        yield return fee.Minor == 0
            ? new Fact("fee", FactKind.FreeDelivery, TradeWords.FreeFee.In(_language, zone), 0)
            : new Fact("fee", FactKind.Fee, TradeWords.Fee.In(_language, zone, fee.Text), fee.Minor);
        if (feeBefore is { } before)
        {
            yield return new Fact("fee_before", FactKind.Fee, TradeWords.FeeBefore.In(_language, session.Amount(before).Text, fee.Text), before);
        }
    }

    public IEnumerable<Fact> Quote(DeliveryQuote quote, Eta eta)
    {
        var (missing, words) = (session.Amount(quote.CheckMinimum().Error is null ? 0 : quote.MinimumOrder!.Value - quote.Parcel.Goods), EtaSentence.In(_language, eta));
        if (words.Length > 0)
        {
            yield return new Fact("eta", FactKind.Eta, words);
        }

        yield return Of("cash", FactKind.CashOnDelivery, quote.CashOnDelivery ? TradeWords.Cash : TradeWords.NoCash);
        if (missing.Minor > 0 && quote.Parcel.Goods > 0)
        {
            yield return Of("minimum", FactKind.MinimumOrder, TradeWords.Minimum, missing);
        }
    }

    public IEnumerable<Fact> Missing(IEnumerable<CartGap> gaps) => gaps.Select(gap => Of($"missing:{gap}", FactKind.Missing, gap switch
    {
        CartGap.Items => TradeWords.MissingItems,
        CartGap.Place => TradeWords.MissingPlace,
        CartGap.Fee => TradeWords.MissingFee,
        CartGap.Name => TradeWords.MissingName,
        _ => TradeWords.MissingPhone,
    }));

    public IEnumerable<Fact> Customer(CustomerView customer)
    {
        (string Id, string? Value, Sentence Words)[] known =
        [
            ("name", customer.Name, TradeWords.Name), ("phone", customer.Phone, TradeWords.Phone),
            ("address", customer.Address, TradeWords.Address), ("landmark", customer.Landmark, TradeWords.Landmark),
        ];
        var told = known.Where(field => field.Value is not null).Select(field => new Fact(field.Id, FactKind.Customer, field.Words.In(_language, UntrustedText.Clean(field.Value!, 200))));
        return customer.When is { } when ? told.Append(Of("when", FactKind.Eta, TradeWords.When, UntrustedText.Clean(when, 200))) : told;
    }

    public IEnumerable<Fact> OutOfStock(Product product, bool brokeAgreement)
    {
        yield return new Fact($"stock:{product.Sku}", FactKind.OutOfStock, TradeWords.OutOfStock.In(_language, NameOf(product)));
        if (brokeAgreement)
        {
            yield return new Fact($"broken:{product.Sku}", FactKind.OutOfStock, TradeWords.BrokenAgreement.In(_language, NameOf(product)));
        }

        if (product.RestockOn is { } day && day >= DateOnly.FromDateTime(session.Turn.Now.UtcDateTime))
        {
            yield return new Fact($"restock:{product.Sku}", FactKind.Restock, TradeWords.Restock.In(_language, EtaSentence.Day(_language, day)));
        }
    }

    public Fact Of(string id, FactKind kind, Sentence words, params object[] values) => new(id, kind, words.In(_language, values));

    public Fact Of(string id, FactKind kind, Sentence words, Amount amount) => new(id, kind, words.In(_language, amount.Text), amount.Minor);

    public static string NameOf(Product product) => UntrustedText.Clean(product.Name);

    private Fact Line(CartLineView line) => new(
        $"line:{line.Sku}",
        FactKind.CartLine,
        TradeWords.Line.In(_language, line.Quantity, line.Variant is null ? line.Name : $"{line.Name} ({UntrustedText.Clean(line.Variant, 80)})", line.Total.Text),
        line.Total.Minor);
}
