using WaSaas.Application.Assistant.Desks;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Tools;

internal sealed class ProposePriceTool(TurnSession session) : AssistantTool(
    ToolNames.ProposePrice,
    "Haggles over a price by the shop's rules: the customer asks for a better price, offers a number of her own, agrees to the price that stands, or takes an alternative. The result is the shop's decision; copy its amounts.",
    """
    {
      "type": "object",
      "properties": {
        "lines": {
          "type": "array", "minItems": 1, "maxItems": 50, "description": "The product, or all products of a basket that is haggled over as one.",
          "items": { "type": "object", "properties": { "sku": { "type": "string" }, "quantity": { "type": "integer", "minimum": 1 } }, "required": ["sku"] }
        },
        "kind": { "type": "string", "enum": ["ask", "offer", "accept", "take"] },
        "customer_offer": { "type": "number", "description": "For offer: the number as the customer wrote it, in major units, e.g. 21500 or 24.9." },
        "basis": { "type": "string", "enum": ["unit", "total"], "description": "Only when the customer's words say it." },
        "alternative": { "type": "string", "enum": ["bundle", "free_delivery"], "description": "For take." }
      },
      "required": ["lines", "kind"],
      "additionalProperties": false
    }
    """)
{
    private const int MaxSku = 60;

    private static readonly string[] Kinds = ["ask", "offer", "accept", "take"];
    private static readonly string[] Bases = ["unit", "total"];
    private static readonly string[] Ways = ["bundle", "free_delivery"];

    protected override async Task<ToolResult> CallAsync(ToolArguments arguments, CancellationToken ct)
    {
        var lines = new List<WantedLine>();
        foreach (var part in arguments.Parts("lines", CartSubject.MaxLines))
        {
            if (await session.Desk.Products.FindAsync(part.Text("sku", MaxSku), ct) is not { } product)
            {
                return ToolError.UnknownSku;
            }

            lines.Add(new WantedLine(product, null, part.Number("quantity", 1, 1, PriceRule.MaxQuantity)));
        }

        session.Desk.Notes = session.Desk.Notes.FocusOn(lines.Select(line => line.Product.Sku));
        var talk = new HaggleDesk(session, [.. lines.DistinctBy(line => line.Product.Id)]);
        if (talk.WithdrawIfGone() is { } gone)
        {
            return gone;
        }

        var subject = talk.Subject();
        if (subject.Error is { } error)
        {
            return new ToolError(error.Code, error.Message);
        }

        return Move(arguments, talk, subject.Value!, out var offer) is { } move
            ? await talk.AnswerAsync(subject.Value!, move, offer, ct)
            : new ToolError("offer_not_in_message", "customer_offer does not stand in the customer's words of this turn. Ask for the customer's number.");
    }

    /// <summary>Null when the number is not the customer's own.</summary>
    private CustomerMove? Move(ToolArguments arguments, HaggleDesk talk, Subject subject, out long? offer)
    {
        offer = null;
        var pieces = talk.PiecesOf(subject);
        switch (arguments.OneOf("kind", Kinds))
        {
            case "ask":
                return new CustomerMove.Ask(pieces);
            case "accept":
                return new CustomerMove.Accept(pieces);
            case "take":
                return new CustomerMove.Take(arguments.OneOf("alternative", Ways) == "bundle" ? AlternativeKind.Bundle : AlternativeKind.FreeDelivery, pieces);
            default:
                offer = Minor(arguments.Amount("customer_offer") ?? throw new ToolArgumentException("'customer_offer' is needed for an offer."));
                return new CustomerWords(session.Turn).Offer(offer.Value, talk.Context(subject)) ? Offer(arguments, talk, subject, offer.Value, pieces) : null;
        }
    }

    private static CustomerMove.Offer Offer(ToolArguments arguments, HaggleDesk talk, Subject subject, long offer, int pieces) =>
        arguments.OneOfOrNothing("basis", Bases) switch
        {
            // A basket is one piece: "10 000 each" is that for all of its pieces.
            "unit" when subject is CartSubject => new CustomerMove.Offer(talk.AllPieces * offer, pieces, AmountBasis.Total),
            "unit" => new CustomerMove.Offer(offer, pieces, AmountBasis.Unit),
            "total" => new CustomerMove.Offer(offer, pieces, AmountBasis.Total),
            _ => new CustomerMove.Offer(offer, pieces),
        };

    private long Minor(decimal major)
    {
        var minor = major * (decimal)Math.Pow(10, session.Turn.Tenant.Currency.Exponent);
        return minor == decimal.Truncate(minor) && Math.Abs(minor) <= Product.MaxPrice
            ? (long)minor
            : throw new ToolArgumentException("'customer_offer' is no amount of the shop's currency.");
    }
}
