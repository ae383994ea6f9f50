using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Language;

/// <summary>Decides whether a number of a text is an amount of money, by what stands around it.</summary>
internal sealed class AmountReading(List<Token> tokens, Currency currency, AmountContext context)
{
    private const int Thousand = 1_000;
    private const int Hundred = 100;
    private const decimal MostMajor = 1_000_000_000_000;

    private static readonly HashSet<string> Quantifying =
        [.. "prend prends prendre prendrai prendrais prenons mets mettez mettre veux voudrais voulu faut besoin ajoute ajoutez ajouter take want need add les des the ces mes vos quantite reste encore entre x".Split(' ')];

    private static readonly HashSet<string> Offering =
        [.. "a pour donne donnes propose offre paie paye payer mets laisse laissez fais faites prix budget max maximum dernier at for give offer pay last price only que juste seulement plutot et ou or and ok".Split(' ')];

    public AmountSpan? Of(int at, SpokenNumber number)
    {
        var (first, last) = (tokens[at], tokens[number.Next - 1]);
        if (number.Value <= 0 || number.Value > MostMajor)
        {
            return null;
        }

        if (PercentEnd(number.Next) is { } end)
        {
            return new AmountSpan(first.Start, end - first.Start, LeftOf(number.Value), HasCurrency: false, Percent: number.Value);
        }

        return Currency(at, number) is { } sign
            ? Span(first, last, sign, number.Value)
            : IsSomethingElse(at, number) ? null : Bare(at, number, first, last);
    }

    private Token? Currency(int at, SpokenNumber number)
    {
        var next = Next(number.Next);

        // "F CFA": both belong to it.
        if (next is { } behind && FigureWords.IsCurrency(behind))
        {
            return Next(number.Next + 1) is { } more && more.Is("cfa") && behind.Is("f") ? more : behind;
        }

        return Next(at - 1) is { } before && FigureWords.IsCurrency(before) && before.Text is not ("f" or "fr") ? before : null;
    }

    private AmountSpan? Span(Token first, Token last, Token sign, decimal major)
    {
        var (start, end) = (Math.Min(first.Start, sign.Start), Math.Max(last.End, sign.End));
        return Minor(major) is { } minor
            ? new AmountSpan(start, end - start, minor, HasCurrency: true, IsForeign: !FigureWords.IsOf(sign, currency))
            : null;
    }

    private bool IsSomethingElse(int at, SpokenNumber number) =>
        IsGlued(at, number)
        || FigureWords.IsSize(tokens, at)
        || number.IsLoneScale && !FollowsOffer(at)
        || Next(number.Next) is { } next && (FigureWords.IsUnit(next) || (next.Text is ":" or "/" && Next(number.Next + 1) is { Kind: TokenKind.Number }))
        || Next(at - 1) is { } before && (FigureWords.IsLabel(before) || (before.Text is ":" or "/" && Next(at - 2) is { Kind: TokenKind.Number }))
        || (tokens[at].Kind == TokenKind.Number && !number.IsScaled && context.IsInTitle(tokens[at].Text));

    /// <summary>"A54", "4x4", "2e": letters that belong to the figure.</summary>
    private bool IsGlued(int at, SpokenNumber number) =>
        (tokens[at] is { Kind: TokenKind.Number, Glued: true } && tokens[at - 1].Kind == TokenKind.Word)
        || (Next(number.Next) is { Kind: TokenKind.Word, Glued: true } && !number.IsScaled && tokens[at].Kind == TokenKind.Number);

    private AmountSpan? Bare(int at, SpokenNumber number, Token first, Token last)
    {
        var isCounted = FigureWords.IsCounted(tokens, number.Next);
        var (length, minor) = (last.End - first.Start, Minor(number.Value));
        if (number.IsScaled)
        {
            return minor is { } full ? new AmountSpan(first.Start, length, full, HasCurrency: false) : null;
        }

        if (Next(number.Next) is { Text: "seul" or "seule" or "seuls" or "seules" or "only" })
        {
            return null;
        }

        if (isCounted ? currency.Exponent > 0 || number.Value < Thousand : Quantifies(at) && number.Value < Hundred)
        {
            return null;
        }

        // "12" beside 15 000 is 12 000, unless 12 itself is near a price there.
        if (currency.Exponent == 0 && number.Value < Thousand && Minor(number.Value * Thousand) is { } thousands
            && context.IsNear(thousands) && !(minor is { } as_written && context.IsNear(as_written)))
        {
            return new AmountSpan(first.Start, length, thousands, HasCurrency: false, IsShorthand: true);
        }

        return minor is { } plain && IsPrice(at, number, plain) ? new AmountSpan(first.Start, length, plain, HasCurrency: false) : null;
    }

    // Nothing costs 12 F: below a hundred francs a bare number counts something.
    private bool IsPrice(int at, SpokenNumber number, long minor) => currency.Exponent == 0
        ? number.Value >= Hundred && tokens[at].Kind == TokenKind.Number
        : number.Value != decimal.Truncate(number.Value) || context.IsNear(minor) || (FollowsOffer(at) && tokens[at].Kind == TokenKind.Number);

    private bool Quantifies(int at) => Next(at - 1) is { Kind: TokenKind.Word } before && Quantifying.Contains(before.Text);

    private bool FollowsOffer(int at) => Next(at - 1) is { Kind: TokenKind.Word } before && Offering.Contains(before.Text);

    private int? PercentEnd(int next) => Next(next) switch
    {
        { Text: "%" } sign => sign.End,
        { Text: "percent" or "pourcent" } word => word.End,
        { Text: "pour" or "per" } when Next(next + 1) is { Text: "cent" or "cents" } word => word.End,
        _ => null,
    };

    private long LeftOf(decimal percent) =>
        context.Anchors.Count > 0 && percent < Hundred ? (long)Math.Round(context.Anchors[0] * (Hundred - percent) / Hundred) : 0;

    private long? Minor(decimal major)
    {
        for (var digit = 0; digit < currency.Exponent; digit++)
        {
            major *= 10;
        }

        return major == decimal.Truncate(major) && major <= MostMajor ? (long)major : null;
    }

    private Token? Next(int at) => at >= 0 && at < tokens.Count ? tokens[at] : null;
}
