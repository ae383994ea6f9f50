using System.Text.RegularExpressions;

namespace WaSaas.Application.Speech;

/// <summary>How one language says numbers and what is built from them.</summary>
internal abstract class SpokenLanguage
{
    public abstract string Minus { get; }

    public abstract string Plus { get; }

    /// <summary>Between the ends of a range.</summary>
    public abstract string To { get; }

    public abstract string And { get; }

    public abstract string Times { get; }

    public abstract string PerCent { get; }

    public abstract string Equal { get; }

    /// <summary>Before the digits behind the decimal sign.</summary>
    public abstract string Point { get; }

    public abstract string Digit(int digit);

    public abstract string Number(long value, bool feminine = false);

    /// <summary>"20 francs" and "un million de francs".</summary>
    public abstract string Counted(long value, string one, string many, bool feminine = false);

    public abstract string Ordinal(int value, bool feminine);

    /// <param name="hour">0 to 24.</param>
    /// <param name="minute">0 to 59.</param>
    /// <param name="half">am, pm or null when it is not said.</param>
    public abstract string Time(int hour, int minute, string? half);

    public abstract string Duration(long hours);

    public abstract string Date(int day, int month, int? year);

    /// <summary>Whether the noun behind a number makes "un" an "une".</summary>
    public abstract bool IsFeminine(string noun);

    /// <summary>Name of a currency and of its hundredth; null when the code is to be read as it is.</summary>
    public abstract CurrencyWords? Currency(string code);

    /// <summary>What units and abbreviations stand for, by what they look like.</summary>
    protected abstract IReadOnlyList<(Regex Short, string Full)> Abbreviations { get; }

    public abstract IReadOnlyDictionary<string, string> Units { get; }

    public string WriteOut(string text) => Abbreviations.Aggregate(text, (plain, row) => row.Short.Replace(plain, row.Full));

    protected static Regex Word(string pattern) =>
        new($@"(?<![\p{{L}}\p{{N}}])(?:{pattern})(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}

internal sealed record CurrencyWords(string One, string Many, string SubOne = "centime", string SubMany = "centimes", bool Feminine = false);
