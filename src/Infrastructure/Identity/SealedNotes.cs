using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace WaSaas.Infrastructure.Identity;

/// <summary>What the server gives a browser to bring back: unreadable, unchangeable, for one purpose, for a while.</summary>
internal sealed class SealedNotes(IDataProtectionProvider protection, TimeProvider clock)
{
    public string Seal(string purpose, string text, TimeSpan life)
    {
        var end = (clock.GetUtcNow() + life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return protection.CreateProtector(purpose).Protect($"{end} {text}");
    }

    /// <summary>Null when it was not sealed here for this, or is too old.</summary>
    public string? Open(string purpose, string? note)
    {
        try
        {
            var text = string.IsNullOrEmpty(note) ? "0 " : protection.CreateProtector(purpose).Unprotect(note);
            var space = text.IndexOf(' ', StringComparison.Ordinal);
            var end = long.Parse(text.AsSpan(0, space), CultureInfo.InvariantCulture);
            return end > clock.GetUtcNow().ToUnixTimeSeconds() ? text[(space + 1)..] : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
