using Microsoft.Extensions.AI;
using WaSaas.Application.Assistant.Tools;

namespace WaSaas.Application.Assistant.Embedded;

internal sealed record Called(string Tool, IDictionary<string, object?> Arguments, ToolResult Result);

/// <summary>What this turn called so far and what came back, in order.</summary>
internal sealed class Ledger(IReadOnlyList<Called> calls)
{
    public IReadOnlyList<Called> Calls => calls;

    public static Ledger Of(IEnumerable<AIContent> contents)
    {
        var asked = new Dictionary<string, FunctionCallContent>(StringComparer.Ordinal);
        var calls = new List<Called>();
        foreach (var content in contents)
        {
            if (content is FunctionCallContent call)
            {
                asked[call.CallId] = call;
            }
            else if (content is FunctionResultContent { Result: ToolResult result } back && asked.TryGetValue(back.CallId, out var answered))
            {
                calls.Add(new Called(answered.Name, answered.Arguments ?? new Dictionary<string, object?>(), result));
            }
        }

        return new Ledger(calls);
    }

    public bool Has(string tool) => calls.Any(call => call.Tool == tool);

    public IEnumerable<T> All<T>()
        where T : ToolResult => calls.Select(call => call.Result).OfType<T>();

    public T? Last<T>()
        where T : ToolResult => All<T>().LastOrDefault();

    public ToolError? ErrorOf(string tool) => calls.Where(call => call.Tool == tool).Select(call => call.Result).OfType<ToolError>().LastOrDefault();
}
