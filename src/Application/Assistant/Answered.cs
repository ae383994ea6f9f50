using WaSaas.Application.Assistant.Embedded;

namespace WaSaas.Application.Assistant;

/// <summary>What will be said, and the hand-off that goes with it.</summary>
internal sealed record Answered(string Text, StagedHandOff? HandOff)
{
    /// <summary>Whoever hands over says so: the sentence is added by code, not left to a brain.</summary>
    public static Answered Of(string text, StagedHandOff? handOff) =>
        new(handOff is null || text.Contains(handOff.Sentence, StringComparison.Ordinal) ? text : $"{text} {handOff.Sentence}", handOff);

    /// <summary>No brain is left: never silence.</summary>
    public static Answered ByPersonOnly(TurnSession session)
    {
        var sentence = Wording.HandOffFor(HandOffReasons.Failure).Of(session);
        return new(sentence, new StagedHandOff(HandOffReasons.Failure, sentence));
    }
}
