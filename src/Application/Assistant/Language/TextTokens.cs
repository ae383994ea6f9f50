using System.Globalization;
using System.Text;

namespace WaSaas.Application.Assistant.Language;

internal enum TokenKind
{
    Word = 1,
    Number = 2,
    Sign = 3,
}

/// <summary>A word (folded), a figure (digits only) or a sign of a text, with its place there.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Start">First character.</param>
/// <param name="End">Behind the last.</param>
/// <param name="Text">Folded word, digits without separators, or the sign.</param>
/// <param name="Value">Of a figure.</param>
/// <param name="Glued">Nothing stands between it and the token before.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Text, decimal Value, bool Glued)
{
    public bool Is(string word) => Text == word && Kind != TokenKind.Number;
}

/// <summary>Cuts a text into words, figures and signs, once from left to right.</summary>
internal static class TextTokens
{
    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            var end = EndOf(text, at, out var kind, out var value);
            if (kind is { } found)
            {
                var written = found == TokenKind.Sign ? text[at..end] : Folded(text.AsSpan(at, end - at));
                tokens.Add(new Token(found, at, end, written, value, tokens.Count > 0 && tokens[^1].End == at));
            }

            at = end;
        }

        return tokens;
    }

    private static int EndOf(string text, int at, out TokenKind? kind, out decimal value)
    {
        value = 0;
        if (char.IsAsciiDigit(text[at]))
        {
            kind = TokenKind.Number;
            return Figure.End(text, at, out value);
        }

        if (char.IsLetter(text[at]))
        {
            kind = TokenKind.Word;
            var end = at + 1;
            while (end < text.Length && (char.IsLetter(text[end]) || IsAccent(text[end])))
            {
                end++;
            }

            return end;
        }

        kind = text[at] == '\n' || !(char.IsWhiteSpace(text[at]) || IsSilent(text, at)) ? TokenKind.Sign : null;
        return at + 1;
    }

    // "quatre-vingt" and "d'accord" are two words each; a dash beside a figure is a sign.
    private static bool IsSilent(string text, int at) => text[at] is '\'' or '’' or '_'
        || IsAccent(text[at])
        || (text[at] is '-' or '‑' && at > 0 && char.IsLetter(text[at - 1]) && at + 1 < text.Length && char.IsLetter(text[at + 1]));

    private static bool IsAccent(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static string Folded(ReadOnlySpan<char> written)
    {
        var folded = new StringBuilder(written.Length);
        foreach (var c in written)
        {
            folded.Append(char.IsAscii(c) ? char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c).ToString() : "" : Domain.Common.TextFold.Fold(c.ToString()));
        }

        return folded.ToString();
    }
}
