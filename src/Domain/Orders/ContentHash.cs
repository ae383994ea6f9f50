using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace WaSaas.Domain.Orders;

/// <summary>A short name for a content: equal content, equal hash. JSON keeps fields apart whatever people write in them.</summary>
internal static class ContentHash
{
    public static string Of(IEnumerable<CartLine> lines) => Of(lines
        .OrderBy(line => line.Shelf.ProductId.Value)
        .ThenBy(line => line.Shelf.Variant, StringComparer.Ordinal)
        .Select(line => new object?[]
        {
            line.Shelf.ProductId.Value, line.Shelf.Variant, line.Name, line.Quantity, line.Amount, line.UnitGrams, line.GrantedFee,
        }));

    public static string Of(object content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(content))))[..32];
}
