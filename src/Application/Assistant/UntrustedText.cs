using System.Globalization;
using System.Text;

namespace WaSaas.Application.Assistant;

/// <summary>Texts of customers and catalogues are data: bounded, without signs that hide or frame something.</summary>
internal static class UntrustedText
{
    public const int MaxLength = 1_500;

    public static string Clean(string text, int maxLength = MaxLength)
    {
        var clean = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= maxLength)
            {
                break;
            }

            Append(clean, rune);
        }

        return clean.ToString().Trim();
    }

    // Angle brackets frame the fields of the prompt; a customer's own must not look like them.
    private static void Append(StringBuilder clean, Rune rune)
    {
        switch (rune.Value)
        {
            case '<':
                clean.Append('‹');
                break;
            case '>':
                clean.Append('›');
                break;
            case '\n':
                clean.Append('\n');
                break;
            default:
                var category = Rune.GetUnicodeCategory(rune);
                clean.Append(category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? " "
                    : category is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned ? "" : rune.ToString());
                break;
        }
    }
}
