using System.Text.Json.Nodes;
using WaSaas.Evaluation.Playing;

namespace WaSaas.Evaluation.Judging;

/// <summary>What one performance is worth.</summary>
/// <param name="Performance">What was played.</param>
/// <param name="Faults">All that is not as expected; none = success.</param>
internal sealed record Verdict(Performance Performance, IReadOnlyList<string> Faults)
{
    public bool IsSuccess => Faults.Count == 0;

    /// <summary>One entry a labelled number: read right or not.</summary>
    public IReadOnlyList<bool> Offers { get; private init; } = [];

    /// <summary>One entry a labelled place.</summary>
    public IReadOnlyList<bool> Zones { get; private init; } = [];

    /// <summary>Fees of a place that the customer did not name.</summary>
    public IReadOnlyList<string> WrongFees { get; private init; } = [];

    public static Verdict Of(Performance performance)
    {
        var turns = performance.Turns;
        return new Verdict(performance, [.. Faulty(performance)])
        {
            Offers = [.. turns.Index().Where(turn => turn.Item.Script.Offer is not null).Select(turn => Heard(turn.Item, turn.Index == 0 ? null : turns[turn.Index - 1]))],
            Zones = [.. turns.Where(LabelsPlace).Select(turn => !StateJudge.Differences(turn.Script.Expect!["delivery"], turn.State["delivery"], "").Any())],
            WrongFees = [.. turns.Where(LabelsPlace).Where(WrongFee).Select(turn => $"{performance.Script.Id}: {turn.State["delivery"]!.ToJsonString()}")],
        };
    }

    private static IEnumerable<string> Faulty(Performance performance)
    {
        foreach (var (index, turn) in performance.Turns.Index())
        {
            var differences = turn.Script.Expect is { } expected ? StateJudge.Differences(expected, turn.State, "") : [];
            foreach (var fault in differences.Concat(TextJudge.Of(turn, performance.Script.Never)))
            {
                yield return $"turn {index + 1}: {fault}";
            }
        }

        foreach (var fault in StateJudge.Final(performance.Script.Expect, performance.Turns[^1].State))
        {
            yield return $"end: {fault}";
        }
    }

    /// <summary>Her number is among those of the haggle that was not there before.</summary>
    private static bool Heard(PlayedTurn turn, PlayedTurn? before) =>
        Amounts(turn).Count(amount => amount == turn.Script.Offer) > (before is null ? 0 : Amounts(before).Count(amount => amount == turn.Script.Offer));

    private static IEnumerable<long> Amounts(PlayedTurn turn) =>
        turn.State["negotiations"]!.AsArray().SelectMany(talk => talk!["customerOffers"]!.AsArray()).Select(offer => offer!["amount"]!.GetValue<long>());

    private static bool LabelsPlace(PlayedTurn turn) => turn.Script.Expect?["delivery"] is JsonObject;

    private static bool WrongFee(PlayedTurn turn) => turn.State["delivery"] is JsonObject told && told["fee"] is JsonValue
        && turn.Script.Expect!["delivery"]!["zone"] is var zone && !JsonNode.DeepEquals(zone, told["zone"]);
}
