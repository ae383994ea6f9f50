using System.Globalization;
using System.Text;

namespace WaSaas.Domain.Common;

/// <summary>Folding for comparison: lower case, no accents, œ as oe, every other sign a single space.</summary>
public static class TextFold
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant().Replace("œ", "oe").Replace("æ", "ae").Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>A lower-case address part made of a to z, 0 to 9 and hyphens; empty when nothing is left.</summary>
    public static string Slug(string text) =>
        new string([.. Fold(text).Select(c => c == ' ' ? '-' : c).Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')]).Trim('-');
}
