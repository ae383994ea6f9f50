using WaSaas.Application.Assistant.Language;
using WaSaas.Application.Catalogue.Search;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>Which of the choices that were put to her a customer takes.</summary>
internal static class Choice
{
    private static readonly string[][] Ordinals =
    [
        ["1", "le premier", "la premiere", "premier", "premiere", "first", "the first", "le 1", "the first one", "1er"],
        ["2", "le deuxieme", "la deuxieme", "deuxieme", "second", "seconde", "the second", "le 2", "la 2", "2e"],
        ["3", "le troisieme", "la troisieme", "troisieme", "third", "the third", "le 3", "la 3", "3e"],
        ["4", "le quatrieme", "quatrieme", "fourth", "le 4"],
        ["5", "le cinquieme", "cinquieme", "fifth", "le 5"],
    ];

    private static readonly HashSet<string> Sizes = [.. "taille tailles size en la le".Split(' ')];

    /// <summary>By its place in the list: the whole answer is an ordinal, or "le dernier".</summary>
    public static int? Among(string normalised, int count)
    {
        var said = normalised.Trim();
        var at = Array.FindIndex(Ordinals, words => words.Contains(said.Replace(" svp", "", StringComparison.Ordinal).Replace(" please", "", StringComparison.Ordinal)));
        return said is "le dernier" or "la derniere" or "the last" or "the last one" ? count - 1 : at >= 0 && at < count ? at : null;
    }

    // "L'article" names no size; "taille l", "L" and "la L" do.
    private static bool IsLetter(string text, string choice) => TextTokens.Of(text) is var words
        && words.Exists(word => word.Is(TextFold.Fold(choice)) && (words.Count == 1 || char.IsUpper(text[word.Start]) || Sizes.Contains(words[Math.Max(0, words.IndexOf(word) - 1)].Text)) && !IsElided(text, word.End));

    private static bool IsElided(string text, int end) => end < text.Length && text[end] is '\'' or '’';

    /// <summary>By its name; the longest that is said, so that "Bè Kpota" is not "Bè".</summary>
    public static string? Named(string text, IReadOnlyList<string> choices)
    {
        var said = $" {TextFold.Fold(text)} ";
        var named = choices.Where(choice => said.Contains($" {TextFold.Fold(choice)} ", StringComparison.Ordinal) && (choice.Length > 1 || IsLetter(text, choice))).OrderByDescending(choice => choice.Length).FirstOrDefault();
        if (named is not null)
        {
            return named;
        }

        // A word that only one of them has: "le bleu" for "Bleu / 6 yards".
        var words = TextTokens.Of(text).Where(token => token.Kind != TokenKind.Sign && token.Text.Length > 1).Select(token => Terms.Stem(token.Text)).ToHashSet();
        var fitting = choices.Where(choice => TextTokens.Of(choice).Exists(token => token.Text.Length > 1 && words.Contains(Terms.Stem(token.Text)))).ToList();
        return fitting.Count == 1 ? fitting[0] : Among(Normalised.Of(text), choices.Count) is { } at ? choices[at] : null;
    }
}
