using System.Text.RegularExpressions;
using WaSaas.Application.Assistant.Embedded;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>
/// Checks a model's draft against what the tools of this turn returned. Anything that no tool stands behind is a
/// violation; each comes as a short sentence that the model can act on.
/// </summary>
internal sealed partial class OutputGuard(TurnSession session)
{
    public const int MaxLength = 600;

    private readonly Grounds _grounds = new(session);

    public IReadOnlyList<string> Check(string draft)
    {
        var plain = Figures.Plain(draft);
        return
        [
            .. Amounts(plain),
            .. WrittenOutAmounts(plain),
            .. Promises(plain),
            .. PromptLeak.Violations(plain, _grounds.Texts),
            .. Form(draft),
        ];
    }

    private IEnumerable<string> Amounts(string draft) => Sentences().Split(draft)
        .SelectMany(sentence => Figures.In(sentence).Where(figure => !_grounds.Stand(figure, sentence)))
        .Select(_ => "it states a number that no tool returned in this turn")
        .Take(1);

    // Amounts in words cannot be compared digit by digit: they are asked for in digits.
    private IEnumerable<string> WrittenOutAmounts(string draft) =>
        AmountWords().Matches(TextFold.Fold(draft)).Any(word => !_grounds.Mention(word.Value)) ? ["it writes an amount in words"] : [];

    private IEnumerable<string> Promises(string draft)
    {
        if (session.HandOff is not null)
        {
            return [];
        }

        var promised = PromiseWords().Matches(TextFold.Fold(draft)).Where(word => !_grounds.Mention(word.Value)).Select(word => word.Value).Distinct();
        return promised.Any() ? ["it promises something that no tool returned; hand off to a person for that"] : [];
    }

    private IEnumerable<string> Form(string draft)
    {
        if (draft.Length > MaxLength)
        {
            yield return $"it is longer than {MaxLength} characters";
        }

        if (Links().IsMatch(draft))
        {
            yield return "it holds a link";
        }

        if (Languages.Clearly(draft) is { } written && written != session.Language)
        {
            yield return $"it is not in the language {session.Language}";
        }
    }

    [GeneratedRegex(@"(?<=[.!?\n…])\s+|\n")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\b(mille|millier|milliers|million|millions|cents?|thousand|thousands|hundred|hundreds|moitie prix|half price)\b")]
    private static partial Regex AmountWords();

    [GeneratedRegex(
        @"\b(gratuit\w*|offerte?s?|cadeau|remise|reduction|rabais|promo|promotion|solde|soldes|rembours\w*|garanti\w*|discount|free|refund\w*|guarantee\w*|warranty|"
        + @"reserve\w*|confirme\w*|confirmed|expedi\w*|shipped|livrons|livre demain|aujourd hui|demain|today|tomorrow)\b")]
    private static partial Regex PromiseWords();

    [GeneratedRegex(@"https?://|www\.|\b[a-z0-9-]+\.(com|net|org|fr|ci|tg|bj|sn|io|me|app|shop|link)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Links();
}
