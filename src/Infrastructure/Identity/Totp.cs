using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WaSaas.Infrastructure.Identity;

/// <summary>Time-based one-time passwords: RFC 6238 with what every app understands, SHA-1, 30 seconds, six digits.</summary>
internal static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SecretBytes = 20;
    private const int Seconds = 30;

    /// <summary>160 random bits in base 32.</summary>
    public static string NewSecret() => new(RandomNumberGenerator.GetItems<char>(Base32, SecretBytes * 8 / 5));

    /// <summary>The time step that the code belongs to, one before or after the present one included; null when it belongs to none.</summary>
    public static long? StepOf(string secret, string code, DateTimeOffset now)
    {
        var present = PresentStep(now);
        long? found = null;
        for (var step = present - 1; step <= present + 1; step++)
        {
            // No early way out: how long it takes tells nothing.
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(secret, step)), Encoding.ASCII.GetBytes(code)))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The present time step.</summary>
    public static long PresentStep(DateTimeOffset now) => now.ToUnixTimeSeconds() / Seconds;

    public static string CodeAt(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The RFC and the apps want SHA-1; its weakness is in collisions, which do not matter for an HMAC.
        var hash = HMACSHA1.HashData(BytesOf(secret), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] BytesOf(string secret)
    {
        var bytes = new byte[secret.Length * 5 / 8];
        var (buffer, bits, at) = (0, 0, 0);
        foreach (var sign in secret)
        {
            buffer = (buffer << 5) | Base32.IndexOf(sign, StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[at++] = (byte)(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }

        return bytes;
    }
}
