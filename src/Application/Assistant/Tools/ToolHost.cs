using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Catalogue;

namespace WaSaas.Application.Assistant.Tools;

/// <summary>Runs the calls of one attempt at a turn: whatever goes wrong is answered to the brain as an error.</summary>
internal sealed partial class ToolHost(TurnSession session, ICatalogueSearch search, ILogger logger)
{
    public const int MaxCalls = 6;

    private readonly AssistantTool[] _tools =
    [
        new SearchCatalogueTool(session, search), new GetProductTool(session, search), new ProposePriceTool(session), new QuoteDeliveryTool(session),
        new SetCartTool(session), new SetCustomerTool(session), new RecapOrderTool(session), new ConfirmOrderTool(session),
        new SendProductPhotoTool(session), new GetShopInfoTool(session), new OrderStatusTool(session), new HandOffTool(session), new RecordOptOutTool(session),
        .. TakeCartTool.Applies(session.Turn) ? new AssistantTool[] { new TakeCartTool(session, search) } : [],
    ];

    // A call that is repeated in a turn has its first answer, and changes nothing twice.
    private readonly Dictionary<string, ToolResult> _answered = new(StringComparer.Ordinal);

    private int _calls;

    public IList<AITool> Tools => [.. _tools];

    /// <summary>
    /// One after the other: reads take microseconds in memory, changes must see each other, and all of them share one
    /// database context, which does not bear parallel use.
    /// </summary>
    public async Task<ChatMessage> CallAllAsync(IEnumerable<FunctionCallContent> calls, CancellationToken ct)
    {
        var results = new List<AIContent>();
        foreach (var call in calls)
        {
            var started = Stopwatch.GetTimestamp();
            var result = await CallAsync(call, ct);
            session.Record(call.Name, ToolJson.WriteArguments(call.Arguments), result, Stopwatch.GetElapsedTime(started));
            results.Add(new FunctionResultContent(call.CallId, result));
        }

        return new ChatMessage(ChatRole.Tool, results);
    }

    private async Task<ToolResult> CallAsync(FunctionCallContent call, CancellationToken ct)
    {
        if (++_calls > MaxCalls)
        {
            return new ToolError("too_many_calls", "No more calls in this turn. Answer with what you have.");
        }

        if (call.Exception is not null)
        {
            return new ToolError("malformed_arguments", "The arguments were not a JSON object. Call again with valid JSON.");
        }

        var key = $"{call.Name} {ToolJson.Canonical(call.Arguments)}";
        if (_answered.TryGetValue(key, out var answered))
        {
            return answered;
        }

        return Array.Find(_tools, tool => tool.Name == call.Name) is { } known
            ? _answered[key] = await CallAsync(known, call, ct)
            : new ToolError("unknown_tool", $"There is no such tool. Tools: {string.Join(", ", ToolNames.All)}.");
    }

    private async Task<ToolResult> CallAsync(AssistantTool tool, FunctionCallContent call, CancellationToken ct)
    {
        try
        {
            return (ToolResult)(await tool.InvokeAsync(new AIFunctionArguments(call.Arguments), ct))!;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            ToolFailed(tool.Name, session.Turn.TurnId.Value, failure);
            return new ToolError("tool_failed", "This tool does not work at present. Do not guess; hand off to a person if needed.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Tool {Tool} failed in turn {TurnId}")]
    private partial void ToolFailed(string tool, Guid turnId, Exception failure);
}
