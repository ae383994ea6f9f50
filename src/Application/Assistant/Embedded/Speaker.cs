namespace WaSaas.Application.Assistant.Embedded;

/// <summary>Says phrases in the language and tone of a turn, and remembers the question that was asked.</summary>
internal sealed class Speaker(TurnContext turn, string language)
{
    public string Language => language;

    public string Shop => UntrustedText.Clean(turn.Tenant.Name);

    /// <summary>What the customer is asked; the first question of an answer is the one she will answer.</summary>
    public Question? Asked { get; private set; }

    public string Say(Phrase phrase, params object[] values) => phrase.Of(turn, language, values);

    public string Ask(Question question, Phrase phrase, params object[] values)
    {
        Asked ??= question;
        return Say(phrase, values);
    }

    /// <summary>A question that a tool's own sentence asks.</summary>
    public string Asking(Question question, string sentence)
    {
        Asked ??= question;
        return sentence;
    }
}
