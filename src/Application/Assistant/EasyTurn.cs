using WaSaas.Application.Assistant.Embedded;
using WaSaas.Application.Assistant.Language;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Assistant;

/// <summary>Turns that the embedded assistant is sure of: a model would only cost time and money.</summary>
internal static class EasyTurn
{
    private static readonly HashSet<string> Thanks =
    [
        "merci", "merci beaucoup", "merci bien", "grand merci", "mille mercis", "mrc", "mercii", "ok merci", "d accord merci", "thanks", "thank you", "thank you very much", "many thanks", "thx",
        "ok thanks", "ok thank you", "super merci",
    ];

    public static bool Is(TurnContext turn)
    {
        var reading = Reading.Of(turn);
        var text = string.Join('\n', turn.Incoming.Select(message => message.Text).Where(text => !string.IsNullOrWhiteSpace(text)));
        return !reading.HasText || reading.Wants(Intent.Person | Intent.Complaint)
            || OptOut.IsMeant(text)
            || Thanks.Contains(TextFold.Fold(text))
            || (turn.Desk.Recap is not null && turn.Incoming.Count == 1 && Affirmation.Of(text) == Answer.Yes)
            || reading.HasItems
            || turn.Incoming.All(message => message.Kind == MessageKind.Location);
    }
}
