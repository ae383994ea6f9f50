using System.Collections.Frozen;

namespace WaSaas.Application.Assistant.Language;

/// <summary>Numbers in words, French (Belgian and Swiss ones too) and English, alone or behind a figure: "18 mille", "16 mille 500".</summary>
internal static class NumberWords
{
    private const int Hundred = 100;
    private const int Thousand = 1_000;
    private const int Million = 1_000_000;
    private const int MostFigure = 1_000_000;

    private static readonly FrozenDictionary<string, int> Values = Table(
        "un=1 une=1 one=1 deux=2 two=2 trois=3 three=3 quatre=4 four=4 cinq=5 five=5 six=6 sept=7 seven=7 huit=8 eight=8 neuf=9 nine=9 dix=10 ten=10 "
        + "onze=11 eleven=11 douze=12 twelve=12 treize=13 thirteen=13 quatorze=14 katorze=14 fourteen=14 quinze=15 quinz=15 kinze=15 fifteen=15 seize=16 sixteen=16 "
        + "seventeen=17 eighteen=18 nineteen=19 vingt=20 vingts=20 vin=20 twenty=20 trente=30 thirty=30 quarante=40 karante=40 forty=40 cinquante=50 fifty=50 "
        + "soixante=60 sixty=60 septante=70 seventy=70 octante=80 huitante=80 eighty=80 nonante=90 ninety=90");

    private static readonly FrozenDictionary<string, int> Scales = Table(
        "cent=100 cents=100 hundred=100 mille=1000 mil=1000 mile=1000 milles=1000 thousand=1000 k=1000 million=1000000 millions=1000000");

    public static int? ScaleOf(Token token) => token.Kind == TokenKind.Word && Scales.TryGetValue(token.Text, out var scale) ? scale : null;

    public static int? ValueOf(Token token) => token.Kind == TokenKind.Word && Values.TryGetValue(token.Text, out var value) ? value : null;

    /// <summary>The number that begins at a token; null when none does.</summary>
    public static SpokenNumber? At(List<Token> tokens, int at)
    {
        var number = new SpokenNumber { Next = at };
        while (number.Next < tokens.Count && (Counts(tokens, number) || Scaled(tokens, number) || Joined(tokens, number)))
        {
        }

        return number.Next > at ? number : null;
    }

    private static bool Counts(List<Token> tokens, SpokenNumber number)
    {
        var token = tokens[number.Next];
        if (token.Kind == TokenKind.Number)
        {
            return CountsFigure(tokens, number, token);
        }

        if (ValueOf(token) is not { } value || number.HasFigure || !number.Fits(value))
        {
            return false;
        }

        number.Add(value);
        number.InWords = true;
        number.Next++;
        return true;
    }

    // A figure begins a number, or ends one: "18 mille 500", "16k5". A lone digit there counts hundreds.
    private static bool CountsFigure(List<Token> tokens, SpokenNumber number, Token figure)
    {
        if (number.Total == 0 && number.Part == 0)
        {
            number.Part = figure.Value;
            number.HasFigure = true;
            number.Next++;
            return true;
        }

        var isGlued = figure.Glued && tokens[number.Next - 1].Is("k");
        if (number.Part != 0 || number.Total < Thousand || figure.Text.Length > 3 || (!isGlued && !EndsPrice(tokens, number.Next, figure)))
        {
            return false;
        }

        number.Part = figure.Value * (figure.Text.Length switch { 1 => Hundred, 2 => Hundred / 10, _ => 1 });
        number.Next++;
        number.IsClosed = true;
        return true;
    }

    private static bool EndsPrice(List<Token> tokens, int at, Token figure) => figure.Text.Length is 1 or 3 && !FigureWords.IsCounted(tokens, at + 1);

    private static bool Scaled(List<Token> tokens, SpokenNumber number)
    {
        var token = tokens[number.Next];
        if (ScaleOf(token) is not { } scale || number.IsClosed || (token.Is("k") && !number.HasFigure && !number.InWords) || number.Part > MostFigure)
        {
            return false;
        }

        if (scale == Hundred)
        {
            return number.Hundreds();
        }

        return number.Times(scale);
    }

    // "vingt et un", "one hundred and fifty": only when a number goes on behind it.
    private static bool Joined(List<Token> tokens, SpokenNumber number)
    {
        var (at, next) = (number.Next, number.Next + 1);
        if (!number.InWords || number.IsClosed || next >= tokens.Count || !(tokens[at].Is("et") || tokens[at].Is("and")))
        {
            return false;
        }

        var goesOn = ValueOf(tokens[next]) is { } value && number.Fits(value) && (tokens[at].Is("and") ? number.Part >= Hundred || number.Total > 0 : value is 1 or 11);
        number.Next += goesOn ? 1 : 0;
        return goesOn;
    }

    private static FrozenDictionary<string, int> Table(string pairs) => pairs.Split(' ')
        .Select(pair => pair.Split('='))
        .ToFrozenDictionary(pair => pair[0], pair => int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
