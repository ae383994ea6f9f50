using System.Text.Json;
using System.Text.Json.Nodes;

namespace WaSaas.Evaluation.Judging;

/// <summary>
/// Whether a state is as expected. Objects: at least the named fields. Lists: exactly these, in any order. {"min","max"}: a
/// number between. "*": anything but null.
/// </summary>
internal static class StateJudge
{
    /// <summary>Nobody had touched the shop: what a case does not speak of must be like this at its end.</summary>
    private static readonly (string Field, string Untouched)[] AtRest =
        [("cart", "[]"), ("order", """{"status":"none"}"""), ("responder", "\"assistant\""), ("handedOff", "false"), ("optedOut", "false")];

    public static IEnumerable<string> Final(JsonObject? expected, JsonObject actual)
    {
        var whole = expected?.DeepClone().AsObject() ?? [];
        foreach (var (field, untouched) in AtRest.Where(rest => !whole.ContainsKey(rest.Field)))
        {
            whole[field] = JsonNode.Parse(untouched);
        }

        return Differences(whole, actual, "");
    }

    public static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string path) => (expected, actual) switch
    {
        (JsonObject range, JsonValue number) when IsRange(range) => Within(range, number.GetValue<decimal>()) ? [] : [Said(path, expected, actual)],
        (JsonObject wanted, JsonObject found) => wanted.SelectMany(field => Differences(field.Value, found[field.Key], $"{path}.{field.Key}")),
        (JsonArray wanted, JsonArray found) => SameItems(wanted, found) ? [] : [Said(path, expected, actual)],
        (null, null) => [],
        (JsonValue any, not null) when any.GetValueKind() == JsonValueKind.String && any.GetValue<string>() == "*" => [],
        (JsonValue wanted, JsonValue found) when Same(wanted, found) => [],
        _ => [Said(path, expected, actual)],
    };

    private static bool IsRange(JsonObject node) => node.Count > 0 && node.All(field => field.Key is "min" or "max");

    private static bool Within(JsonObject range, decimal number) =>
        (range["min"]?.GetValue<decimal>() ?? decimal.MinValue) <= number && number <= (range["max"]?.GetValue<decimal>() ?? decimal.MaxValue);

    private static bool SameItems(JsonArray wanted, JsonArray found)
    {
        var left = found.ToList();
        return wanted.Count == left.Count && wanted.All(item => left.FindIndex(other => !Differences(item, other, "").Any()) is >= 0 and var index && Taken(left, index));
    }

    private static bool Taken(List<JsonNode?> left, int index)
    {
        left.RemoveAt(index);
        return true;
    }

    private static bool Same(JsonValue wanted, JsonValue found) => wanted.GetValueKind() == JsonValueKind.String
        ? found.GetValueKind() == JsonValueKind.String && OwnReader.Fold(wanted.GetValue<string>()) == OwnReader.Fold(found.GetValue<string>())
        : JsonNode.DeepEquals(wanted, found);

    private static string Said(string path, JsonNode? expected, JsonNode? actual) =>
        $"{path.TrimStart('.')}: expected {expected?.ToJsonString() ?? "null"}, is {actual?.ToJsonString() ?? "null"}";
}
