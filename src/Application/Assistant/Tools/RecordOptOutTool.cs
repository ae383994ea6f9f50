using WaSaas.Application.Assistant.Tools.Sentences;

namespace WaSaas.Application.Assistant.Tools;

internal sealed class RecordOptOutTool(TurnSession session) : AssistantTool(
    ToolNames.RecordOptOut,
    "The customer wants no more messages that she did not ask for.",
    """
    { "type": "object", "properties": {}, "additionalProperties": false }
    """)
{
    protected override Task<ToolResult> CallAsync(ToolArguments arguments, CancellationToken ct)
    {
        session.Desk.Staged.OptOut = true;
        return Task.FromResult<ToolResult>(new OptOutResult([new TradeFacts(session).Of("opt_out", FactKind.OptOut, TradeWords.OptedOut)]));
    }
}
