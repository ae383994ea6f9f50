using WaSaas.Application.Assistant.Language;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Assistant.Tools;

/// <summary>What the customer wrote herself: an offer, a name, a phone or a place that a brain gives must stand in it.</summary>
internal sealed class CustomerWords(TurnContext turn)
{
    private const int ShortestPhone = 8;

    private readonly string _now = string.Join('\n', turn.Incoming.Select(message => message.Text));

    private readonly string _ever = string.Join('\n', turn.History.Where(message => message.Author == MessageAuthor.Customer).Concat(turn.Incoming).Select(message => message.Text));

    /// <summary>This turn's amounts, and one that was read back to her and is answered now.</summary>
    public bool Offer(long minor, AmountContext context) =>
        Amounts.In(_now, turn.Tenant.Currency, context).Any(span => span.Minor == minor || IsPercentOf(span, minor, context))
        || (turn.Desk.Asked is { Kind: QuestionKind.UnitOrTotal or QuestionKind.HeardRight } asked && asked.Choices.Contains(Digits(minor)));

    public bool Say(string value) => TextFold.Fold(value) is { Length: > 0 } folded && $" {TextFold.Fold(_ever)} ".Contains($" {folded} ", StringComparison.Ordinal);

    /// <summary>A long message may have been cut within a word.</summary>
    public bool SayPlace(string value) => TextFold.Fold(value) is { Length: > 0 } folded && $" {TextFold.Fold(_ever)}".Contains($" {folded}", StringComparison.Ordinal);

    public bool SayPhone(string value)
    {
        var digits = new string([.. value.Where(char.IsAsciiDigit)]);
        return digits.Length >= ShortestPhone && Phones.In(_ever).Any(phone => phone.TrimStart('+').EndsWith(digits[^ShortestPhone..], StringComparison.Ordinal));
    }

    private static bool IsPercentOf(AmountSpan span, long minor, AmountContext context) => span.Percent is { } percent
        && context.Anchors.Any(anchor => Math.Abs(minor - (anchor * (100 - percent) / 100)) <= 1);

    private static string Digits(long minor) => minor.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
