using WaSaas.Application.Assistant.Tools.Sentences;
using WaSaas.Application.Catalogue;
using WaSaas.Domain.Catalogue;

namespace WaSaas.Application.Assistant.Tools;

internal sealed class GetProductTool(TurnSession session, ICatalogueSearch search) : AssistantTool(
    ToolNames.GetProduct,
    "Everything that may be told about one product: price, stock, description.",
    """
    {
      "type": "object",
      "properties": { "sku": { "type": "string", "description": "The product's sku as search_catalogue gave it." } },
      "required": ["sku"],
      "additionalProperties": false
    }
    """)
{
    private const int MaxSku = 60;
    private const int MaxDescription = 600;

    protected override async Task<ToolResult> CallAsync(ToolArguments arguments, CancellationToken ct)
    {
        if (await search.FindAsync(arguments.Text("sku", MaxSku), ct) is not { } item || await session.Desk.Products.FindAsync(item.Id, ct) is not { } product)
        {
            return ToolError.UnknownSku;
        }

        session.Desk.Staged.Priced[product.Id] = product;
        session.Desk.Notes = session.Desk.Notes.FocusOn([product.Sku]);
        var facts = new ItemFacts(session.Turn.Tenant, session.Language);
        var view = facts.View(session.Desk.Products.AsSeen(item));
        var description = item.Description is null ? null : UntrustedText.Clean(item.Description, MaxDescription);
        return new ProductResult(view, description, [.. facts.Of(view), .. More(product, description)])
        {
            Tiers = [.. product.Tiers.Select(tier => new TierView(tier.MinQuantity, session.Amount(tier.UnitPrice)))],
            Variants = [.. product.Variants.Select(variant => new VariantView(UntrustedText.Clean(variant.Name, MaxSku), product.StockOf(variant.Name) is null or > 0))],
            Photos = product.Photos.Count,
            WarrantyMonths = product.WarrantyMonths,
        };
    }

    private IEnumerable<Fact> More(Product product, string? description)
    {
        var (facts, name) = (new TradeFacts(session), TradeFacts.NameOf(product));
        foreach (var tier in product.Tiers)
        {
            var price = session.Amount(tier.UnitPrice);
            yield return new Fact($"tier:{product.Sku}:{tier.MinQuantity}", FactKind.Tier, PriceWords.Tier.In(session.Language, name, tier.MinQuantity, price.Text), price.Minor);
        }

        if (product.Variants.Count > 0)
        {
            yield return facts.Of($"variants:{product.Sku}", FactKind.Detail, TradeWords.WhichVariant, name, string.Join(", ", product.Variants.Select(v => UntrustedText.Clean(v.Name, MaxSku))));
        }

        if (product.WarrantyMonths is > 0)
        {
            yield return facts.Of($"warranty:{product.Sku}", FactKind.Warranty, TradeWords.Warranty, name, product.WarrantyMonths.Value);
        }

        if (description is not null)
        {
            yield return new Fact($"detail:{product.Sku}", FactKind.Detail, description);
        }
    }
}
