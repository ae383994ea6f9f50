using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WaSaas.Evaluation.Playing;

/// <summary>The same script as somebody else would type or say it. Nothing of it may change what comes of the talk.</summary>
internal static partial class Perturbation
{
    public const int Kinds = 4;

    /// <summary>Words in which a finger may slip; names of goods and places are left alone, since a slip there rightly leads to a question.</summary>
    private static readonly HashSet<string> Slippery =
    [
        "bonjour", "bonsoir", "combien", "livraison", "livrez", "dernier", "disponible", "commande", "confirme", "merci", "voudrais", "demain", "maintenant", "please", "delivery", "available", "price",
        "deliver", "confirm", "beaucoup", "quartier", "pharmacie", "boutique", "seulement", "toujours",
    ];

    /// <param name="script">The case.</param>
    /// <param name="number">Which of its four variants; the same one is always the same.</param>
    public static EvalCase Of(EvalCase script, int number)
    {
        var random = new Random(script.Id.Aggregate(number, (seed, letter) => unchecked((seed * 31) + letter)));
        return script with { Id = $"{script.Id}#{number}", Turns = [.. script.Turns.Select((turn, index) => turn with { Messages = [.. turn.Messages.Index().SelectMany(message => Change(message.Item, number, index + message.Index, random))] })] };
    }

    public static string WithoutAccents(string text) => new([.. text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)]);

    public static string Slip(string text, Random random) => Words().Replace(text, word =>
        Slippery.Contains(word.Value.ToLowerInvariant()) && random.Next(2) == 0 ? Twice(word.Value, random.Next(2, word.Value.Length - 1)) : word.Value);

    /// <summary>15 000, 15000, 15.000: the same number.</summary>
    public static string Renumber(string text, Random random) => Thousands().Replace(text, number =>
        $"{number.Groups[1].Value}{(random.Next(3) switch { 0 => "", 1 => ".", _ => "\u202f" })}{number.Groups[2].Value}");

    public static string Misheard(string text) => Marks().Replace(text.ToLowerInvariant(), " ").Trim();

    private static IEnumerable<EvalMessage> Change(EvalMessage message, int number, int turn, Random random)
    {
        if (message.Text is not { Length: > 0 } text || message.From == "vendor" || text.Length <= 4)
        {
            return [message];
        }

        return number switch
        {
            0 => Burst(message with { Text = WithoutAccents(text) }),
            1 => [message with { Text = Slip(text, random) }],
            2 => [message with { Text = Renumber(turn == 0 ? Greeted(text) : text, random) }],
            _ => [message with { Text = Misheard(text) }],
        };
    }

    /// <summary>Sent in two pieces, cut where one breathes.</summary>
    private static IEnumerable<EvalMessage> Burst(EvalMessage message)
    {
        var cut = message.Kind is null or "text" ? message.Text!.IndexOf(". ", StringComparison.Ordinal) : -1;
        return cut < 0 ? [message] : [message with { Text = message.Text![..(cut + 1)] }, message with { Text = message.Text![(cut + 2)..] }];
    }

    private static string Greeted(string text) => Greeting().IsMatch(text) || text.Length < 12 ? text : English().IsMatch(text) ? $"Hello, {text}" : $"Bonjour, {text}";

    private static string Twice(string word, int at) => word[..at] + word[at] + word[at..];

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<![\d ]\d|\d )(?<!\d)(\d{1,3}) (000|500|250|750)\b")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\s*(?:[!?;:]|,(?!\d)|\.(?!\d))\s*")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^\s*(?:bonj|bjr|bsr|bons|salut|hello|hi\b|good)", RegexOptions.IgnoreCase)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"\b(?:the|you|is|please|do|how|want|my|for)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
