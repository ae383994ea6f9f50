using WaSaas.Application.Assistant.Desks;
using WaSaas.Application.Assistant.Tools.Sentences;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Tools;

internal sealed class SetCartTool(TurnSession session) : AssistantTool(
    ToolNames.SetCart,
    "Changes what the customer is about to order: add pieces, set a quantity, remove a product, clear everything. Prices come from what was agreed or is public.",
    """
    {
      "type": "object",
      "properties": {
        "op": { "type": "string", "enum": ["add", "set", "remove", "clear"] },
        "sku": { "type": "string" },
        "variant": { "type": "string", "description": "Name of the variant, when the product has variants." },
        "quantity": { "type": "integer", "minimum": 1 }
      },
      "required": ["op"],
      "additionalProperties": false
    }
    """)
{
    /// <summary>The customer has to choose first.</summary>
    public const string VariantNeeded = "variant_needed";

    private const int MaxText = 80;

    private static readonly string[] Ops = ["add", "set", "remove", "clear"];

    private readonly Desk _desk = session.Desk;
    private readonly CartDesk _cart = new(session.Desk);
    private readonly TradeFacts _facts = new(session);

    protected override async Task<ToolResult> CallAsync(ToolArguments arguments, CancellationToken ct)
    {
        var op = arguments.OneOf("op", Ops);
        await _cart.LinesAsync(ct);
        if (op == "clear")
        {
            _cart.Clear();
            return Result();
        }

        if (await _desk.Products.FindAsync(arguments.Text("sku", MaxText), ct) is not { } product)
        {
            return ToolError.UnknownSku;
        }

        _desk.Notes = _desk.Notes.FocusOn([product.Sku]);
        return op == "remove"
            ? await RemoveAsync(product, arguments.TextOrNothing("variant", MaxText), ct)
            : await PutAsync(op == "add", product, arguments, ct);
    }

    private async Task<ToolResult> PutAsync(bool adds, Product product, ToolArguments arguments, CancellationToken ct)
    {
        if (Variant(product, arguments.TextOrNothing("variant", MaxText), out var variant) is { } choose)
        {
            return choose;
        }

        var shelf = new Shelf(product.Id, variant);
        var quantity = arguments.Number("quantity", 1, 1, Cart.MaxQuantity) + (adds ? _desk.Cart?.QuantityOf(shelf) ?? 0 : 0);
        if (Lacking(product, shelf, quantity) is { } lacking)
        {
            return lacking;
        }

        var put = await _cart.PutAsync(new WantedLine(product, variant, quantity), ct);
        return put.Error is { } error ? Refusal(error.Code, product) : Result();
    }

    /// <summary>Without a variant the one in the cart is meant; several of them are a question.</summary>
    private async Task<ToolResult> RemoveAsync(Product product, string? variant, CancellationToken ct)
    {
        var inCart = (_desk.Cart?.Lines ?? []).Where(line => line.Shelf.ProductId == product.Id).Select(line => line.Shelf).ToList();
        var meant = variant is null ? inCart : inCart.FindAll(shelf => shelf.Variant is { } name && new ProductVariant(name).IsCalled(variant));
        if (meant.Count == 0)
        {
            return Refusal("not_in_cart", product);
        }

        foreach (var shelf in meant)
        {
            await _cart.RemoveAsync(shelf, ct);
        }

        return Result();
    }

    private CartRefusal? Variant(Product product, string? named, out string? variant)
    {
        variant = named is null ? null : product.Variants.FirstOrDefault(v => v.IsCalled(named))?.Name;
        if (product.Variants.Count == 0 || variant is not null)
        {
            return null;
        }

        // The one that lies in the cart is meant when she only changes the number.
        var inCart = (_desk.Cart?.Lines ?? []).Where(line => line.Shelf.ProductId == product.Id).ToList();
        if (named is null && inCart.Count == 1)
        {
            variant = inCart[0].Shelf.Variant;
            return null;
        }

        string[] choices = [.. product.Variants.Where(v => product.StockOf(v.Name) is null or > 0).Select(v => v.Name)];
        if (choices.Length == 0)
        {
            return new StockRefusals(session).OutOfStock(product);
        }

        session.Asked = Question.Of(QuestionKind.WhichVariant, choices);
        return new CartRefusal(
            VariantNeeded, product.Sku, choices, null,
            [_facts.Of($"variants:{product.Sku}", FactKind.Missing, TradeWords.WhichVariant, TradeFacts.NameOf(product), string.Join(", ", choices))])
        {
            Name = TradeFacts.NameOf(product),
        };
    }

    private CartRefusal? Lacking(Product product, Shelf shelf, int quantity)
    {
        var count = _desk.Products.Count(shelf);

        // Variants that draw on one count are counted together.
        var others = (_desk.Cart?.Lines ?? []).Where(line => line.Shelf != shelf && line.Shelf.ProductId == product.Id && _desk.Products.Count(line.Shelf).CountedAs == count.CountedAs);
        var left = count.Pieces - others.Sum(line => line.Quantity);
        return left is null || left >= quantity ? null
            : count.Pieces <= 0 ? new StockRefusals(session).OutOfStock(product)
            : new StockRefusals(session).TooFew(product, Math.Max(0, left.Value));
    }

    private CartRefusal Refusal(string code, Product product) => new(code, product.Sku, [], null, [_facts.Of($"refused:{product.Sku}", FactKind.Missing, code switch
    {
        "cart_full" => TradeWords.CartFull,
        "not_in_cart" => TradeWords.NotInCart,
        _ => TradeWords.Range,
    })]);

    private CartResult Result()
    {
        var views = new DeskViews(_desk, session.Language);
        var cart = views.Cart();
        return new CartResult(cart, views.Missing(), _cart.FeeBefore is { } before ? session.Amount(before) : null, [.. _facts.Cart(cart, _cart.FeeBefore)]);
    }
}
