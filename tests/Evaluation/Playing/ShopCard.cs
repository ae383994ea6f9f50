using System.Text.Json;
using WaSaas.Domain.Common;

namespace WaSaas.Evaluation.Playing;

/// <summary>What the judge knows of a shop: its file as it is written, floors included, and not what the program made of it.</summary>
internal sealed record ShopCard(TenantId Id, int Exponent, IReadOnlyDictionary<string, PriceRange> Prices, string Text)
{
    public static ShopCard Of(TenantId id, string json)
    {
        using var file = JsonDocument.Parse(json);
        var products = file.RootElement.GetProperty("products").EnumerateArray();
        return new ShopCard(
            id,
            Currency.Of(file.RootElement.GetProperty("currency").GetString()!).Exponent,
            products.ToDictionary(product => product.GetProperty("sku").GetString()!, PriceRange.Of, StringComparer.Ordinal),
            json);
    }
}

/// <summary>In minor units: no piece costs less than the floor or more than the list price.</summary>
internal sealed record PriceRange(long Floor, long List)
{
    public static PriceRange Of(JsonElement product)
    {
        var list = product.GetProperty("price").GetInt64();
        var fixedPrice = product.TryGetProperty("negotiable", out var negotiable) && !negotiable.GetBoolean();
        var lowest = product.TryGetProperty("floor", out var floor) ? floor.GetInt64() : list;
        if (product.TryGetProperty("maxDiscountPercent", out var percent))
        {
            lowest = Math.Max(product.TryGetProperty("floor", out _) ? lowest : 0, list * (100 - percent.GetInt64()) / 100);
        }

        var tiers = product.TryGetProperty("tiers", out var public_) ? public_.EnumerateArray().Select(tier => tier.GetProperty("unitPrice").GetInt64()) : [];
        return new PriceRange(fixedPrice ? tiers.Append(list).Min() : lowest, list);
    }
}
