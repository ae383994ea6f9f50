using System.Text.Json;
using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Assistant.Embedded;

internal sealed record PlannedCall(string Tool, Dictionary<string, object?> Arguments);

/// <summary>
/// Which calls a turn needs next, given what came back already; none when all is there to answer. Lookups come first,
/// then what changes something: cart, price, place, person, and the summary or the order at the end.
/// </summary>
internal sealed class Plan(Situation situation)
{
    public const int MostCalls = 5;

    public IReadOnlyList<PlannedCall> NextCalls()
    {
        var services = new ServiceCalls(situation);
        if (services.Urgent() is { } urgent)
        {
            return situation.Ledger.Has(urgent.Tool) ? [] : [urgent];
        }

        if (situation.Reading.HasItems && !situation.Ledger.Has(ToolNames.TakeCart))
        {
            return [new PlannedCall(ToolNames.TakeCart, [])];
        }

        if (new Lookups(situation).Next() is { } lookup)
        {
            return [lookup];
        }

        if (new Outcome(situation).IsOffTopic)
        {
            return [];
        }

        var trade = Fresh([.. new PriceCalls(situation).Next(), .. new CartCalls(situation).Next(), .. new OrderCalls(situation).Next(), .. services.Next()]);
        return trade.Count > 0 ? trade : Fresh([.. new OrderCalls(situation).Closing(), .. services.Last()]);
    }

    private List<PlannedCall> Fresh(IReadOnlyList<PlannedCall> calls)
    {
        var made = situation.Ledger.Calls.Select(call => Key(call.Tool, call.Arguments)).ToHashSet();
        return [.. calls.Where(call => !made.Contains(Key(call.Tool, call.Arguments))).Take(Math.Max(0, MostCalls - situation.Ledger.Calls.Count))];
    }

    private static string Key(string tool, IDictionary<string, object?> arguments) => $"{tool} {JsonSerializer.Serialize(arguments)}";
}
