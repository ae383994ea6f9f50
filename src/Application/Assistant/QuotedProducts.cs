using WaSaas.Application.Catalogue;
using WaSaas.Application.Catalogue.Search;

namespace WaSaas.Application.Assistant;

/// <summary>"Celui-là", in answer to words of the shop, to a photo of its own or to its status post: the product that these name.</summary>
internal static class QuotedProducts
{
    public static async Task<TurnContext> ResolveAsync(TurnContext turn, ICatalogueSearch search, CancellationToken ct)
    {
        if (!turn.Incoming.Any(IsOpen))
        {
            return turn;
        }

        var incoming = new List<TurnMessage>(turn.Incoming.Count);
        foreach (var message in turn.Incoming)
        {
            incoming.Add(IsOpen(message) && await NamedProduct.InAsync(message.QuotedText!, search, ct) is { } item ? message with { Sku = item.Sku } : message);
        }

        return turn with { Incoming = incoming };
    }

    private static bool IsOpen(TurnMessage message) => message.Sku is null && !string.IsNullOrWhiteSpace(message.QuotedText);
}
