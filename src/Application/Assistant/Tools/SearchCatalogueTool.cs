using WaSaas.Application.Catalogue;

namespace WaSaas.Application.Assistant.Tools;

internal sealed class SearchCatalogueTool(TurnSession session, ICatalogueSearch search) : AssistantTool(
    ToolNames.SearchCatalogue,
    "Looks up what the shop sells, with price and stock. Give the customer's own words for the product; an empty query lists the shop's products.",
    """
    {
      "type": "object",
      "properties": {
        "query": { "type": "string", "description": "Words for the product, e.g. 'bazin riche'. Empty: list products." },
        "limit": { "type": "integer", "minimum": 1, "maximum": 5 }
      },
      "required": ["query"],
      "additionalProperties": false
    }
    """)
{
    public const int MaxItems = 5;
    private const int MaxQuery = 500;

    protected override async Task<ToolResult> CallAsync(ToolArguments arguments, CancellationToken ct)
    {
        var query = arguments.Text("query", MaxQuery);
        var limit = arguments.Number("limit", MaxItems, 1, MaxItems);
        return query.Length == 0 ? await ListAsync(limit, ct) : await FindAsync(query, limit, ct);
    }

    private async Task<ToolResult> ListAsync(int limit, CancellationToken ct) =>
        Result("", CatalogueResult.List, ambiguous: false, await search.BrowseAsync(limit, ct));

    private async Task<ToolResult> FindAsync(string query, int limit, CancellationToken ct)
    {
        var found = await search.SearchAsync(query, limit, ct);
        var match = found.Match switch
        {
            MatchKind.Exact => CatalogueResult.Exact,
            MatchKind.Fuzzy => CatalogueResult.Fuzzy,
            _ => CatalogueResult.None,
        };
        return Result(query, match, found.Ambiguous, found.Items);
    }

    private CatalogueResult Result(string query, string match, bool ambiguous, IReadOnlyList<CatalogueItem> items)
    {
        var facts = new ItemFacts(session.Turn.Tenant, session.Language);
        var views = items.Select(session.Desk.Products.AsSeen).Select(facts.View).ToArray();
        if (views.Length > 0 && match != CatalogueResult.List)
        {
            // One clear hit is what is spoken of; of several, she still has to choose.
            session.Desk.Notes = session.Desk.Notes.FocusOn(ambiguous ? views.Select(view => view.Sku) : [views[0].Sku]);
        }

        return new CatalogueResult(query, match, ambiguous, views, views.Length == 0 ? [facts.NotFound(query)] : [.. views.SelectMany(facts.Of)]);
    }
}
