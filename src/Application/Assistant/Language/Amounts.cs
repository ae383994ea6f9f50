using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Language;

/// <summary>
/// Finds the amounts of money that a text names, as customers write them: 15k, 16k5, 15 000, 15.000 F, quinze mille,
/// 24,90 €. Phones, sizes, hours, specifications and counted things are none. Takes linear time.
/// </summary>
public static class Amounts
{
    public static IReadOnlyList<AmountSpan> In(string text, Currency currency, AmountContext? context = null)
    {
        var (spans, phones, tokens) = (new List<AmountSpan>(), PhoneSpans.In(text), TextTokens.Of(text));
        var reading = new AmountReading(tokens, currency, context ?? AmountContext.None);
        for (var at = 0; at < tokens.Count;)
        {
            if (phones.Exists(phone => phone.Start <= tokens[at].Start && tokens[at].Start < phone.End) || NumberWords.At(tokens, at) is not { } number)
            {
                at++;
                continue;
            }

            var span = reading.Of(at, number);
            spans.AddRange(span is null ? [] : [span]);
            at = span is null ? number.Next : Past(span, tokens, number.Next);
        }

        return spans;
    }

    // "dix pour cent" ends behind its number.
    private static int Past(AmountSpan span, List<Token> tokens, int at)
    {
        while (at < tokens.Count && tokens[at].Start < span.End)
        {
            at++;
        }

        return at;
    }
}
