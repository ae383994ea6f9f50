using Microsoft.Extensions.AI;
using WaSaas.Application.Assistant.Embedded;
using WaSaas.Application.Assistant.Tools.Sentences;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Catalogue.Search;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Assistant.Tools;

/// <summary>Only there in a turn with a cart of the network's own catalogue. Its prices are nobody's business: ours count.</summary>
internal sealed class TakeCartTool(TurnSession session, ICatalogueSearch search) : AssistantTool(
    ToolNames.TakeCart,
    "Puts the articles of the cart that the customer sent from the WhatsApp catalogue into her order, at the shop's prices.",
    """{ "type": "object", "properties": {}, "additionalProperties": false }""")
{
    private const int MaxName = 80;

    private readonly SetCartTool _cart = new(session);
    private readonly TradeFacts _facts = new(session);

    public static bool Applies(TurnContext turn) => turn.Incoming.Any(message => message.Items.Count > 0);

    protected override async Task<ToolResult> CallAsync(ToolArguments arguments, CancellationToken ct)
    {
        var (refusals, unknown, taken) = (new List<CartRefusal>(), new List<Fact>(), (CartResult?)null);
        foreach (var item in session.Turn.Incoming.SelectMany(message => message.Items).Take(MessageDetails.MaxItems))
        {
            if (await FindAsync(item, ct) is not { } product)
            {
                unknown.Add(Unknown(item));
                continue;
            }

            var result = await PutAsync(item, product, ct);
            taken = result as CartResult ?? taken;
            refusals.AddRange(result is CartRefusal refused ? [refused] : []);
        }

        var question = AskFirst(refusals);
        Fact[] left = [.. refusals.Where(refusal => refusal != question).SelectMany(refusal => refusal.Facts), .. unknown];
        if (taken is not null)
        {
            return taken with { LeftOut = left, Open = question };
        }

        return question is null ? new CartRefusal("nothing_taken", null, [], null, left) : question with { LeftOut = left, Facts = [.. left, .. question.Facts] };
    }

    private async Task<CatalogueItem?> FindAsync(ListedItem item, CancellationToken ct) =>
        (item.Reference is { Length: > 0 } reference ? await search.FindAsync(reference, ct) : null) ?? await NamedProduct.InAsync(item.Name, search, ct);

    private async Task<ToolResult> PutAsync(ListedItem item, CatalogueItem product, CancellationToken ct)
    {
        var found = await session.Desk.Products.FindAsync(product.Sku, ct);
        var variant = Choice.Named(item.Name, [.. (found?.Variants ?? []).Select(variant => variant.Name)]);
        var call = new AIFunctionArguments { ["op"] = "set", ["sku"] = product.Sku, ["quantity"] = item.Quantity, ["variant"] = variant };
        return (ToolResult)(await _cart.InvokeAsync(call, ct))!;
    }

    /// <summary>Of several questions the first is asked; its product is what the answer is about.</summary>
    private CartRefusal? AskFirst(List<CartRefusal> refusals)
    {
        var question = refusals.Find(refusal => refusal.Code == SetCartTool.VariantNeeded);
        if (question is not null)
        {
            session.Asked = new Question(QuestionKind.WhichVariant, question.Choices);
            session.Desk.Notes = session.Desk.Notes.FocusOn([question.Sku!]);
        }

        return question;
    }

    private Fact Unknown(ListedItem item) =>
        _facts.Of("not_ours", FactKind.NotFound, TradeWords.NotOurs, UntrustedText.Clean(item.Name, MaxName).ReplaceLineEndings(" "));
}
