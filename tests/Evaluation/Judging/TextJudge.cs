using System.Text.Json;
using WaSaas.Evaluation.Playing;

namespace WaSaas.Evaluation.Judging;

/// <summary>What must and must not be said: numbers are amounts in major units, texts are words.</summary>
internal static class TextJudge
{
    public static IEnumerable<string> Of(PlayedTurn turn, IReadOnlyList<JsonElement>? never) =>
    [
        .. (turn.Script.Say ?? []).Where(wanted => !Has(turn.Said, wanted)).Select(wanted => $"not said: {wanted}"),
        .. (turn.Script.Never ?? []).Concat(never ?? []).Where(banned => Has(turn.Said, banned)).Select(banned => $"said: {banned}"),
    ];

    private static bool Has(string text, JsonElement what) => what.ValueKind == JsonValueKind.Number
        ? OwnReader.In(text).Any(amount => amount.Value == what.GetDecimal())
        : OwnReader.Fold(text).Contains(OwnReader.Fold(what.GetString()!), StringComparison.Ordinal);
}
