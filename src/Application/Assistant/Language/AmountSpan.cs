namespace WaSaas.Application.Assistant.Language;

/// <summary>An amount of money in a text, or a percentage of one.</summary>
/// <param name="Start">Where it is written.</param>
/// <param name="Length">How long, currency included.</param>
/// <param name="Minor">In minor units of the shop's currency; for a percentage what is left of the first anchor, 0 without one.</param>
/// <param name="HasCurrency">A currency is written beside it.</param>
/// <param name="Percent">Set when it is a percentage.</param>
/// <param name="IsShorthand">"12" meant as 12 000: whoever acts on it spells it out.</param>
/// <param name="IsForeign">Written with another currency than the shop's.</param>
public sealed record AmountSpan(
    int Start, int Length, long Minor, bool HasCurrency, decimal? Percent = null, bool IsShorthand = false, bool IsForeign = false)
{
    public bool IsPercent => Percent is not null;

    public int End => Start + Length;
}

/// <summary>What is being spoken of, which decides how a bare number is meant.</summary>
/// <param name="Anchors">Prices on the counter, in minor units, the foremost first: "je donne 12" is 12 000 beside 15 000.</param>
/// <param name="Titles">Names of products in focus: their numerals ("iPhone 13") are no amounts.</param>
public sealed record AmountContext(IReadOnlyList<long> Anchors, IReadOnlyList<string> Titles)
{
    public static readonly AmountContext None = new([], []);

    private const int LeastPercent = 30;
    private const int MostPercent = 120;

    /// <summary>Near enough to a price on the counter to be a number in a haggle about it.</summary>
    public bool IsNear(long minor) => Anchors.Any(anchor =>
        (Int128)minor * 100 >= (Int128)anchor * LeastPercent && (Int128)minor * 100 <= (Int128)anchor * MostPercent);

    // "iPhone 13 128 Go": 13, 128, and what looks like 13 128.
    internal bool IsInTitle(string figure) => Titles.Any(title =>
    {
        var numerals = new string([.. title.Select(c => char.IsAsciiDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return numerals.Contains(figure) || string.Concat(numerals) == figure;
    });
}
