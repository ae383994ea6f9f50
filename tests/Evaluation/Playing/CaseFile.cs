using System.Text.Json;
using System.Text.Json.Nodes;

namespace WaSaas.Evaluation.Playing;

/// <summary>One scripted conversation, as a line of a case file has it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Shop">Name of the shop file without its ending; null = the one that was named beside the case file.</param>
/// <param name="Start">When the first message is written.</param>
/// <param name="Tags">Themes.</param>
/// <param name="Turns">What is written, one burst a turn.</param>
/// <param name="Expect">Where the business stands at the end; what is left out must be as nobody had touched it.</param>
/// <param name="Never">Amounts in major units and words that are in no answer.</param>
internal sealed record EvalCase(
    string Id, string? Shop, DateTimeOffset Start, IReadOnlyList<string>? Tags, IReadOnlyList<EvalTurn> Turns, JsonObject? Expect, IReadOnlyList<JsonElement>? Never)
{
    public override string ToString() => Id;
}

/// <param name="At">A time, or how long after the turn before ("+49h", "+3d", "+5m"); null = a minute.</param>
/// <param name="Messages">One burst.</param>
/// <param name="Expect">Part of the state after this turn.</param>
/// <param name="Say">Amounts in major units and words that this answer has.</param>
/// <param name="Never">Those that it has not.</param>
/// <param name="Offer">The number that the customer names here, in minor units.</param>
internal sealed record EvalTurn(
    string? At, IReadOnlyList<EvalMessage> Messages, JsonObject? Expect, IReadOnlyList<JsonElement>? Say, IReadOnlyList<JsonElement>? Never, long? Offer);

internal sealed record EvalMessage(
    string? From, string? Kind, string? Text, double? Confidence = null, double? Seconds = null, double? Latitude = null, double? Longitude = null);

internal static class CaseFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<EvalCase> Read(string path) =>
        [.. File.ReadLines(path).Select(line => line.Trim()).Where(line => line.StartsWith('{')).Select(Parse)];

    public static IReadOnlyList<EvalCase> ReadAll() =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(Read)];

    public static EvalCase Parse(string line) => JsonSerializer.Deserialize<EvalCase>(line, Options)!;

    /// <summary>When each turn is written.</summary>
    public static DateTimeOffset After(DateTimeOffset before, string? at) => at switch
    {
        null => before.AddMinutes(1),
        ['+', .. var number, 'm'] => before.AddMinutes(int.Parse(number, null)),
        ['+', .. var number, 'h'] => before.AddHours(int.Parse(number, null)),
        ['+', .. var number, 'd'] => before.AddDays(int.Parse(number, null)),
        _ => DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture),
    };
}
