using System.Globalization;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tenants;

/// <summary>Slugs are unique over the installation; ask inside the unit of work that stores the shop.</summary>
internal sealed class ShopSlugs(IAcrossTenants all)
{
    public const int MaxLength = 60;
    private const int MaxStem = 50;

    /// <summary>The name as a slug, at most 50 characters; "shop" when no letter of it can stand in an address.</summary>
    public static string Of(string name)
    {
        var slug = TextFold.Slug(name);
        return slug.Length == 0 ? "shop" : slug[..Math.Min(slug.Length, MaxStem)].Trim('-');
    }

    public static bool IsValid(string slug) => slug.Length is > 0 and <= MaxLength && slug == TextFold.Slug(slug);

    public async Task<string> FreeAsync(string name, CancellationToken ct)
    {
        var stem = Of(name);
        var slug = stem;
        for (var n = 2; await all.FindShopAsync(slug, ct) is not null; n++)
        {
            slug = string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}");
        }

        return slug;
    }
}
