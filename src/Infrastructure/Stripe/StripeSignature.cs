using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WaSaas.Infrastructure.Stripe;

/// <summary>The header <c>Stripe-Signature</c> over the bytes as they came.</summary>
internal static class StripeSignature
{
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);
    private const int MaxHeader = 4_096;
    private const int MaxSignatures = 10;

    public static bool IsGenuine(ReadOnlySpan<byte> body, string? header, IReadOnlyList<string> secrets, DateTimeOffset now)
    {
        if (header is null or { Length: 0 or > MaxHeader })
        {
            return false;
        }

        var parts = header.Split(',').Select(part => part.Trim().Split('=', 2)).Where(part => part.Length == 2).ToList();
        var time = parts.FirstOrDefault(part => part[0] == "t")?[1];
        var signatures = parts.Where(part => part[0] == "v1").Select(part => part[1]).ToList();
        if (time is null || signatures.Count is 0 or > MaxSignatures || !IsNear(time, now))
        {
            return false;
        }

        // Every secret and signature is looked at, so that the time tells nothing.
        var genuine = false;
        foreach (var secret in secrets)
        {
            var expected = Sign(body, time, secret);
            foreach (var signature in signatures)
            {
                genuine |= IsSame(signature, expected);
            }
        }

        return genuine;
    }

    public static byte[] Sign(ReadOnlySpan<byte> body, string time, string secret)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.ASCII.GetBytes(time + "."));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    /// <summary>Both ways: a notice from the future is as wrong as an old one.</summary>
    private static bool IsNear(string time, DateTimeOffset now) =>
        time.Length <= 12 && time.All(char.IsAsciiDigit)
        && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= (long)Tolerance.TotalSeconds;

    private static bool IsSame(string signature, byte[] expected)
    {
        Span<byte> given = stackalloc byte[32];
        return signature.Length == 64
            && Convert.FromHexString(signature, given, out _, out var written) == System.Buffers.OperationStatus.Done
            && written == expected.Length
            && CryptographicOperations.FixedTimeEquals(given, expected);
    }
}
