using System.Security.Cryptography;
using System.Text;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>A word that stands in the prompt and nowhere else: a draft that holds it was copied from there. The same for all turns of a shop, so that the prompt can be cached.</summary>
internal static class Canary
{
    private const int Length = 12;

    public static string Of(TenantId shop) =>
        "zq" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"canary {shop.Value:N}")))[..Length];
}
