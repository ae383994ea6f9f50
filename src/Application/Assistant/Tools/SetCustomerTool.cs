using WaSaas.Application.Assistant.Desks;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Tools;

internal sealed class SetCustomerTool(TurnSession session) : AssistantTool(
    ToolNames.SetCustomer,
    "Notes who takes the parcel, and when it would suit her. Give only what the customer wrote herself, in her words.",
    """
    {
      "type": "object",
      "properties": {
        "name": { "type": "string" },
        "phone": { "type": "string", "description": "As the customer wrote it." },
        "address": { "type": "string" },
        "landmark": { "type": "string", "description": "How the rider finds the house." },
        "when": { "type": "string", "description": "The day or hour at which delivery would suit her, in her words. A wish: do not promise it." }
      },
      "additionalProperties": false
    }
    """)
{
    protected override Task<ToolResult> CallAsync(ToolArguments arguments, CancellationToken ct)
    {
        var told = new Recipient(Text(arguments, "name"), Text(arguments, "phone"), Text(arguments, "landmark"), Text(arguments, "address"), Text(arguments, "when"));
        return Task.FromResult(Store(told));
    }

    private ToolResult Store(Recipient told)
    {
        if (Invented(told) is { } field)
        {
            return new ToolError($"{field}_not_in_message", $"'{field}' does not stand in the customer's messages. Ask for it.");
        }

        if (session.Desk.OpenCart().Know(told, session.Desk.Now).Error is { } error)
        {
            return new ToolError(error.Code, error.Message);
        }

        var views = new DeskViews(session.Desk, session.Language);
        var (customer, missing, facts) = (views.Customer(), views.Missing(), new TradeFacts(session));
        return new CustomerResult(customer, missing, [.. facts.Customer(customer), .. facts.Missing(missing)]);
    }

    /// <summary>The name and the number by which WhatsApp knows her are her own too.</summary>
    private string? Invented(Recipient told)
    {
        var words = new CustomerWords(session.Turn);
        return told.Name is { } name && name != session.Turn.CustomerName && !words.Say(name) ? "name"
            : told.Phone is { } phone && phone != session.Desk.Contact?.PhoneNumber && !words.SayPhone(phone) ? "phone"
            : told.Address is { } address && !words.Say(address) ? "address"
            : told.Landmark is { } landmark && !words.Say(landmark) ? "landmark"
            : told.When is { } when && !words.Say(when) ? "when"
            : null;
    }

    private static string? Text(ToolArguments arguments, string name) => arguments.TextOrNothing(name, Recipient.MaxLength)?.ReplaceLineEndings(" ");
}
