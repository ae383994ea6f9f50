using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using WaSaas.Application.Assistant.Embedded;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>Whether a draft is in the language of the turn: neither in the other one nor in a third.</summary>
internal static class SpokenTongue
{
    private const int Clear = 3;
    private const double MostOtherScript = 0.3;

    /// <summary>Function words of the languages that models drift into; none of them is a word of French or English.</summary>
    private static readonly FrozenSet<string> Others =
        ("el los las una unos usted ustedes esta estan gracias hola tiene muy pero precio disponible_ cuanto puede puedo nuestro "
        + "der die das ist sind nicht und ich sie wir ihr ihnen haben kostet preis danke guten verfugbar unser "
        + "il_ lo gli della sono abbiamo prezzo grazie ciao questo disponibile nostro "
        + "obrigado obrigada voce preco temos esse disponivel nosso nao")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<Violation> Check(string draft, string language)
    {
        var clear = Languages.Clearly(draft);
        var words = TextFold.Fold(draft).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if ((clear is not null && clear != language) || (clear is null && words.Count(Others.Contains) >= Clear) || IsOtherScript(draft))
        {
            yield return new Violation("language", $"it is not in the language {language}");
        }
    }

    private static bool IsOtherScript(string draft)
    {
        var letters = draft.EnumerateRunes().Where(Rune.IsLetter).ToArray();
        return letters.Length > 0 && letters.Count(letter => !IsLatin(letter)) > letters.Length * MostOtherScript;
    }

    // Latin with all its extensions ends before the Greek block.
    private static bool IsLatin(Rune letter) => letter.Value < 0x0370 || letter.Value is >= 0x1E00 and < 0x1F00 || Rune.GetUnicodeCategory(letter) == UnicodeCategory.ModifierLetter;
}
