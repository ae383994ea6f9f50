using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Language;

/// <summary>A number of pieces in a text.</summary>
/// <param name="Start">Where it is written.</param>
/// <param name="Length">How long.</param>
/// <param name="Value">How many.</param>
public readonly record struct Quantity(int Start, int Length, int Value);

/// <summary>Finds how many pieces are meant: "2 bazins", "deux", "x3", "une seule". An article alone ("un bazin") counts nothing.</summary>
public static class Quantities
{
    private const int Most = 9_999;

    public static IReadOnlyList<Quantity> In(string text, Currency currency, AmountContext? context = null)
    {
        var (found, tokens, phones) = (new List<Quantity>(), TextTokens.Of(text), PhoneSpans.In(text));
        var amounts = Amounts.In(text, currency, context);
        for (var at = 0; at < tokens.Count; at++)
        {
            var (start, isFree) = (tokens[at].Start, true);
            isFree &= !amounts.Any(span => span.Start <= start && start < span.End) && !phones.Exists(span => span.Start <= start && start < span.End);
            if (isFree && Value(tokens, at) is { } value)
            {
                found.Add(new Quantity(start, tokens[at].End - start, value));
            }
        }

        return found;
    }

    private static int? Value(List<Token> tokens, int at)
    {
        var (token, next) = (tokens[at], at + 1 < tokens.Count ? tokens[at + 1] : default);
        if (token.Kind == TokenKind.Number)
        {
            return Figure(tokens, at, token, next);
        }

        return NumberWords.ValueOf(token) is not { } value || FigureWords.IsUnit(next) || token.Is("vin") ? null
            : value > 1 || next.Text is "seul" or "seule" or "only" || (at > 0 && tokens[at - 1].Text is "only" or "just") ? value
            : null;
    }

    private static int? Figure(List<Token> tokens, int at, Token token, Token next)
    {
        var isNamed = FigureWords.IsSize(tokens, at) || at > 0 && (FigureWords.IsLabel(tokens[at - 1]) || (token.Glued && tokens[at - 1].Text is not ("x" or "×")) || tokens[at - 1].Text is "/" or ":");
        var isOther = FigureWords.IsUnit(next) && next.Text is not ("x" or "m" or "e") || next.Text is "%" or "/" or ":" || (next.Kind == TokenKind.Word && next.Glued && next.Text != "x");
        return isNamed || isOther || token.Value != decimal.Truncate(token.Value) || token.Value is < 1 or > Most ? null : (int)token.Value;
    }
}
