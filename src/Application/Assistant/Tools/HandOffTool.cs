using WaSaas.Application.Assistant.Embedded;

namespace WaSaas.Application.Assistant.Tools;

internal sealed class HandOffTool(TurnSession session) : AssistantTool(
    ToolNames.HandOffToHuman,
    "Asks a person of the shop to go on. The customer is told so by the system; do not announce it yourself.",
    $$"""
    {
      "type": "object",
      "properties": {
        "reason": { "type": "string", "enum": [{{string.Join(", ", HandOffReasons.ForTools.Select(reason => $"\"{reason}\""))}}] },
        "summary": { "type": "string", "maxLength": 200, "description": "What the customer wants, for the person who goes on." }
      },
      "required": ["reason", "summary"],
      "additionalProperties": false
    }
    """)
{
    private const int MaxSummary = 200;

    protected override Task<ToolResult> CallAsync(ToolArguments arguments, CancellationToken ct)
    {
        // The summary needs no place of its own: it stands in the trace with the arguments.
        var (reason, _) = (arguments.OneOf("reason", HandOffReasons.ForTools), arguments.Text("summary", MaxSummary));
        var staged = session.Stage(new StagedHandOff(reason, Wording.HandOffFor(reason).Of(session)));
        return Task.FromResult<ToolResult>(new HandOffResult(staged.Reason, [new Fact("hand_off", FactKind.HandOff, staged.Sentence)]));
    }
}
