using System.Text.RegularExpressions;

namespace WaSaas.Application.Assistant.Language;

/// <summary>Whether a customer's number is meant for one piece or for all, when a word decides it.</summary>
public static partial class PriceBasis
{
    public const string Unit = "unit";
    public const string Total = "total";

    /// <param name="normalised">Folded words, a blank at each end.</param>
    public static string? In(string normalised) =>
        PerPiece().IsMatch(normalised) ? Unit : ForAll().IsMatch(normalised) ? Total : null;

    [GeneratedRegex(@" (chacune?|chaque|l un|l une|la piece|piece|par piece|l unite|unite|unitaire|each|apiece|per piece|a piece|pour une?|for one) ")]
    private static partial Regex PerPiece();

    [GeneratedRegex(@" ((les|the) (deux|trois|quatre|cinq|six|two|three|\d{1,2})|pour (les|le tout)|le tout|pour tout|tout|total|ensemble|le lot|both|everything|(for )?all( of them)?|together|in total) ")]
    private static partial Regex ForAll();
}
