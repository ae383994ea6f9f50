using WaSaas.Application.Assistant.Tools.Sentences;

namespace WaSaas.Application.Assistant.Tools;

internal sealed class SendProductPhotoTool(TurnSession session) : AssistantTool(
    ToolNames.SendProductPhoto,
    "Sends photos of a product. The system sends them after your answer.",
    """
    {
      "type": "object",
      "properties": { "sku": { "type": "string" }, "count": { "type": "integer", "minimum": 1, "maximum": 3 } },
      "required": ["sku"],
      "additionalProperties": false
    }
    """)
{
    private const int MaxSku = 60;
    private const int Most = 3;

    protected override async Task<ToolResult> CallAsync(ToolArguments arguments, CancellationToken ct)
    {
        if (await session.Desk.Products.FindAsync(arguments.Text("sku", MaxSku), ct) is not { } product)
        {
            return ToolError.UnknownSku;
        }

        var (name, staged, facts) = (TradeFacts.NameOf(product), session.Desk.Staged, new TradeFacts(session));
        session.Desk.Notes = session.Desk.Notes.FocusOn([product.Sku]);
        var photos = product.Photos.Take(arguments.Number("count", 1, 1, Most)).ToList();
        if (photos.Count == 0)
        {
            return new PhotoResult(product.Sku, 0, [facts.Of($"photo:{product.Sku}", FactKind.Photo, TradeWords.NoPhoto, name)]);
        }

        staged.Priced[product.Id] = product;
        var price = session.Amount(product.ListPrice);
        staged.Replies.RemoveAll(reply => reply.Sku == product.Sku);
        staged.Replies.AddRange(photos.Select((file, place) => new AssistantReply(ReplyKind.Image, place == 0 ? TradeWords.PhotoCaption.In(session.Language, name, price.Text) : name)
        {
            Sku = product.Sku,
            File = file,
        }));
        return new PhotoResult(product.Sku, photos.Count, [facts.Of($"photo:{product.Sku}", FactKind.Photo, TradeWords.Photo, name)]);
    }
}
