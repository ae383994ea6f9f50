using WaSaas.Application.Catalogue;

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
        if (await search.FindAsync(arguments.Text("sku", MaxSku), ct) is not { } item)
        {
            return new ToolError("unknown_sku", "The shop sells no product with this sku. Use search_catalogue.");
        }

        var facts = new ItemFacts(session.Turn.Tenant, session.Language);
        var view = facts.View(item);
        var description = item.Description is null ? null : UntrustedText.Clean(item.Description, MaxDescription);
        return new ProductResult(view, description, [.. facts.Of(view)]);
    }
}
