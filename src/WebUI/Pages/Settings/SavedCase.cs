using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WaSaas.Application.Conversations;
using WaSaas.Domain.Conversations;
using WaSaas.WebUI.Api;

namespace WaSaas.WebUI.Pages.Settings;

/// <summary>A simulated talk as one line of the evaluation's cases: what was said when, and where the business stood at the end.</summary>
internal static class SavedCase
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(ConversationThread thread, DeskState desk)
    {
        var state = SimulatedState.Of(desk);
        return JsonSerializer.Serialize(
            new
            {
                id = $"playground-{thread.Messages[0].At:yyyyMMdd-HHmmss}",
                start = thread.Messages[0].At.UtcDateTime,
                language = thread.Language ?? "fr",
                turns = Turns(thread.Messages),
                expect = new { state.Cart, state.Goods, state.Delivery, state.Total, order = new { state.Order.Status }, state.Negotiations, state.Responder, state.HandedOff, state.OptedOut, state.Customer },
                say = Array.Empty<string>(),
                never = Array.Empty<string>(),
            },
            Lines) + "\n";
    }

    /// <summary>A burst has one time; an answer ends it.</summary>
    private static List<object> Turns(IReadOnlyList<ThreadMessage> messages)
    {
        var (turns, burst) = (new List<object>(), new List<ThreadMessage>());
        foreach (var message in messages.Where(m => m.Author != MessageAuthor.System))
        {
            if (burst.Count > 0 && (message.Author == MessageAuthor.Assistant || message.At != burst[^1].At))
            {
                turns.Add(Turn(burst));
                burst.Clear();
            }

            if (message.Author != MessageAuthor.Assistant)
            {
                burst.Add(message);
            }
        }

        return burst.Count > 0 ? [.. turns, Turn(burst)] : turns;
    }

    private static object Turn(List<ThreadMessage> burst) => new { at = burst[0].At.UtcDateTime, messages = burst.Select(Message).ToList() };

    private static SimulateMessage Message(ThreadMessage message) => new(
        message.Author == MessageAuthor.Vendor ? "vendor" : "customer",
        message.Kind switch { MessageKind.Audio => "voice", MessageKind.Location => "location", MessageKind.Image => "image", _ => "text" },
        message.Text,
        message.Media?.Confidence,
        message.Media?.Seconds,
        message.Latitude,
        message.Longitude);
}
