using System.Security.Cryptography;
using System.Text;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;

namespace WaSaas.Domain.Negotiation;

/// <summary>A line of a cart that is haggled over as a whole: from what it costs now to what it may never fall below.</summary>
public sealed record CartLine
{
    private CartLine(ProductId product, int quantity, PriceRule rule, long amount, long floor) =>
        (Product, Quantity, Rule, Amount, Floor) = (product, quantity, rule, amount, floor);

    public ProductId Product { get; }

    public int Quantity { get; }

    public long Amount { get; }

    internal PriceRule Rule { get; }

    internal long Floor { get; }

    internal long Headroom => Amount - Floor;

    /// <summary>What was agreed, or said to be final, about the product alone is not opened again by putting it in a cart.</summary>
    public static CartLine Of(ProductId product, PriceRule rule, int quantity, PriceNegotiation? talk, DateTimeOffset at)
    {
        var concession = rule.At(quantity);
        var (amount, settled) = talk?.CurrentAmount(rule, quantity, at) ?? (concession.Anchor * quantity, false);
        var floor = settled || !concession.LeavesRoom ? amount : Math.Min(amount, concession.Floor * quantity);
        return new CartLine(product, quantity, rule, amount, floor);
    }

    // The floor must not reach a log by way of a record's text.
    public override string ToString() => $"{Product.Value:N} x {Quantity}";
}

/// <summary>
/// "Both for 28 000": a cart as one piece, with the sum of its lines' floors as its floor. What is given is spread over the
/// lines by their headroom, by largest remainder: no line falls below its floor and not a franc is lost in rounding.
/// </summary>
public sealed record CartSubject : Subject
{
    public const int MaxLines = 50;

    private readonly CartLine[] _lines;

    private CartSubject(CartLine[] lines, PriceRule rule)
        : base(KeyOf(lines), rule) => _lines = lines;

    public override int MaxQuantity => 1;

    /// <summary>A product's key is its id and shorter.</summary>
    public static bool IsKey(string key) => key.Length == 2 * SHA256.HashSizeInBytes;

    public static Result<CartSubject> Of(IReadOnlyList<CartLine> lines)
    {
        var sorted = lines.OrderBy(line => line.Product.Value).ToArray();
        if (sorted.Length is 0 or > MaxLines || sorted.DistinctBy(line => line.Product).Count() != sorted.Length)
        {
            return NegotiationErrors.CartLines;
        }

        if (sorted.Any(line => line.Quantity is < 1 or > PriceRule.MaxQuantity))
        {
            return NegotiationErrors.QuantityRange;
        }

        var rule = PriceRule.Create(TermsOf(sorted));
        return rule.IsOk ? new CartSubject(sorted, rule.Value!) : rule.Error!;
    }

    public override IReadOnlyList<PriceLine> Split(int quantity, long amount)
    {
        var given = _lines.Sum(line => line.Amount) - amount;
        var headroom = Math.Max(1, _lines.Sum(line => line.Headroom));
        var shares = _lines.Select(line => Int128.DivRem((Int128)given * line.Headroom, headroom)).ToArray();
        var left = (int)(given - shares.Sum(share => (long)share.Quotient));
        var rounded = Enumerable.Range(0, shares.Length).OrderByDescending(i => shares[i].Remainder).Take(left).ToHashSet();
        return [.. _lines.Select((line, i) => new PriceLine(
            line.Product, line.Quantity, line.Amount - (long)shares[i].Quotient - (rounded.Contains(i) ? 1 : 0)))];
    }

    /// <summary>The most careful of its lines' manners: one firm product makes a firm cart.</summary>
    private static PriceTerms TermsOf(CartLine[] lines) => new(lines.Sum(line => line.Amount), lines.Max(line => line.Rule.Step))
    {
        FloorPrice = lines.Sum(line => line.Floor),
        Style = lines.Min(line => line.Rule.Style),
        Validity = lines.Min(line => line.Rule.Validity),
        CoolDown = lines.Max(line => line.Rule.CoolDown),
    };

    private static string KeyOf(CartLine[] lines) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join(' ', lines.Select(line => line.ToString())))));
}
