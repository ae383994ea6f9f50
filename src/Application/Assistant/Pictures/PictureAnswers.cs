using WaSaas.Application.Assistant.Language;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Assistant.Pictures;

/// <summary>What a model saw in a picture counts once the customer has said yes to it, as what was heard in a note does.</summary>
internal static class PictureAnswers
{
    public static Question Ask(string sku, string name) => Question.Of(QuestionKind.ThisProduct, sku, name);

    /// <summary>Her yes answers what she wrote with the picture, about the product that it shows.</summary>
    public static TurnContext Confirmed(TurnContext turn, Question? asked)
    {
        if (asked is not { Kind: QuestionKind.ThisProduct, Choices: [var sku, var name, ..] } || AnswerOf(turn) != Answer.Yes)
        {
            return turn;
        }

        var shown = LastBurst(turn);
        var words = string.Join('\n', shown.Select(message => message.Text).Where(text => !string.IsNullOrWhiteSpace(text)));
        var meant = new TurnMessage(MessageAuthor.Customer, MessageKind.Text, words.Length == 0 ? name : $"{name} : {words}") { Sku = sku, At = turn.Now };
        return turn with { Incoming = [meant], History = [.. turn.History.Except(shown)] };
    }

    public static bool IsNo(TurnContext turn) => turn.Desk.Asked?.Kind == QuestionKind.ThisProduct && AnswerOf(turn) == Answer.No;

    /// <summary>What the customer wrote before the shop's last words.</summary>
    public static List<TurnMessage> LastBurst(TurnContext turn) =>
        [.. turn.History.Reverse().SkipWhile(message => message.Author != MessageAuthor.Customer).TakeWhile(message => message.Author == MessageAuthor.Customer).Reverse()];

    private static Answer AnswerOf(TurnContext turn) => Affirmation.Of(string.Join('\n', turn.Incoming.Select(message => message.Text)));
}
