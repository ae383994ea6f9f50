using System.Text.Json;
using System.Text.Json.Nodes;
using WaSaas.Evaluation.Playing;

namespace WaSaas.Evaluation.Judging;

/// <summary>
/// Reads what was sent once more, against the ledger. An amount of money must be an amount of a tool of this turn, of the
/// stored state, or the customer's own; any other number of three digits or more must stand in a tool's answer, in the
/// customer's words or in the shop file.
/// </summary>
internal static class GroundJudge
{
    private const decimal SmallNumber = 100;

    public static IEnumerable<string> Ungrounded(Performance performance)
    {
        var heard = "";
        JsonObject before = [];
        foreach (var (at, turn) in performance.Turns.Index())
        {
            heard += "\n" + turn.Heard;
            var money = Money(performance.Shop, turn, before, heard, Own(performance.Turns, at));
            var written = OwnReader.Digits(heard);
            var numbers = turn.Calls.Select(call => call.Result).Append(performance.Shop.Text).Append(before.ToJsonString()).Append(turn.State.ToJsonString())
                .SelectMany(OwnReader.In).Select(amount => amount.Value).Concat(money).ToHashSet();
            before = turn.State;
            foreach (var amount in OwnReader.In(turn.Said))
            {
                if (amount.IsMoney ? !money.Contains(amount.Value) : amount.Value >= SmallNumber && !numbers.Contains(amount.Value) && !written.Contains($"{amount.Value:0}", StringComparison.Ordinal))
                {
                    yield return $"{performance.Script.Id}: {amount.Value} in \"{turn.Said.ReplaceLineEndings(" / ")}\"";
                }
            }
        }
    }

    /// <summary>The numbers that she has named so far. One in a voice note is read back, and is an offer only with her yes in the turn after it.</summary>
    private static IEnumerable<decimal> Own(IReadOnlyList<PlayedTurn> turns, int at)
    {
        var isSpoken = turns[at].Script.Messages.Any(message => message.Kind == "voice");
        return turns.Take(at + (isSpoken ? 2 : 1)).Select(turn => turn.Script.Offer).OfType<long>().Select(offer => (decimal)offer);
    }

    private static HashSet<decimal> Money(ShopCard shop, PlayedTurn turn, JsonObject before, string heard, IEnumerable<decimal> own)
    {
        var unit = (decimal)Math.Pow(10, shop.Exponent);
        var minors = turn.Calls.Where(call => call.Result.StartsWith('{')).SelectMany(call => Minors(JsonDocument.Parse(call.Result).RootElement))
            .Concat(Stored(before)).Concat(Stored(turn.State));
        return [.. minors.Concat(own).Select(minor => minor / unit), .. OwnReader.In(heard).SelectMany(amount => new[] { amount.Value, amount.Value * 1_000 })];
    }

    private static IEnumerable<decimal> Minors(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field =>
            field is { Name: "minor", Value.ValueKind: JsonValueKind.Number } ? [field.Value.GetDecimal()] : Minors(field.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Minors),
        _ => [],
    };

    private static IEnumerable<decimal> Stored(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Stored(field.Value)),
        JsonArray items => items.SelectMany(Stored),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => [value.GetValue<decimal>()],
        _ => [],
    };
}
