using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Catalogue;

/// <summary>References of products: unique in the shop, whatever their case, archived products included.</summary>
internal static class ProductSku
{
    public const int MaxLength = 60;
    private const int MaxMadeLength = 40;
    private const string ForNamesWithoutLetters = "article";

    public static async Task<Result<string>> ChooseAsync(IAppDbContext db, string? given, string name, CancellationToken ct)
    {
        var taken = new HashSet<string>(await db.Products.Select(p => p.Sku).ToListAsync(ct), StringComparer.OrdinalIgnoreCase);
        if (string.IsNullOrWhiteSpace(given))
        {
            return MadeFrom(name, taken);
        }

        return taken.Contains(given.Trim()) ? ProductErrors.SkuTaken : given.Trim();
    }

    private static string MadeFrom(string name, HashSet<string> taken)
    {
        var slug = TextFold.Slug(name);
        var stem = slug.Length == 0 ? ForNamesWithoutLetters : slug[..Math.Min(slug.Length, MaxMadeLength)].TrimEnd('-');
        var sku = stem;
        for (var number = 2; taken.Contains(sku); number++)
        {
            sku = $"{stem}-{number}";
        }

        return sku;
    }
}
