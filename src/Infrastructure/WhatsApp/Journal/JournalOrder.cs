using System.Text.Json;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Orders;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp.Journal;

/// <summary>A cart of WhatsApp's own catalogue: what it lists has to be asked for. Its prices are never read.</summary>
internal sealed record JournalOrder(string? Id, string? Token, double? Count)
{
    private const string Kind = "order";
    private const int LongestId = 100;
    private const int LongestToken = 1_000;
    private const int LongestName = 200;

    /// <returns>Null when it cannot be asked for.</returns>
    public string? ToSource() => Id is { Length: > 0 and <= LongestId } && Token is { Length: > 0 and <= LongestToken }
        ? JsonSerializer.Serialize(new { kind = Kind, orderId = Id, token = Token }, GatewayProtocol.Json)
        : null;

    public static bool IsSource(byte[] json)
    {
        using var source = JsonDocument.Parse(json);
        return source.RootElement.TryGetProperty("kind", out var kind) && kind.ValueEquals(Kind);
    }

    /// <param name="listed">Answer of the gateway to <c>order.details</c>.</param>
    public static IReadOnlyList<ListedItem> ItemsOf(JsonElement listed) =>
        [.. (listed.Deserialize<Listed>(GatewayProtocol.Json)?.Items ?? []).Take(MessageDetails.MaxItems).Where(item => !string.IsNullOrWhiteSpace(item.Name)).Select(ToItem)];

    private static ListedItem ToItem(Item item) => new(
        item.Reference is { Length: > 0 and <= LongestId } reference ? reference : null,
        item.Name!.Length > LongestName ? item.Name[..LongestName] : item.Name,
        (int)Math.Clamp(item.Quantity ?? 1, 1, Cart.MaxQuantity));

    private sealed record Listed(IReadOnlyList<Item>? Items);

    private sealed record Item(string? Reference, string? Name, double? Quantity);
}
