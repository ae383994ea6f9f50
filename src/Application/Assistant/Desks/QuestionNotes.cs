using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Assistant.Desks;

/// <summary>A question as it is remembered until the next turn.</summary>
internal static class QuestionNotes
{
    public static AskedQuestion? Write(Question? question) => question is null ? null : new AskedQuestion(question.Kind.ToString(), question.Choices);

    /// <summary>Null for a kind of question that this version does not know.</summary>
    public static Question? Read(AskedQuestion? asked) =>
        asked is not null && Enum.TryParse<QuestionKind>(asked.Kind, out var kind) ? new Question(kind, asked.Choices) : null;
}
