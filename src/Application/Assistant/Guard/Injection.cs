using System.Text.RegularExpressions;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>
/// Words by which customers (or forwarded texts) try to give orders to a model. A flag, not the defence: the model then
/// sees less history, and whatever it was told to say must not come back in the draft.
/// </summary>
internal static partial class Injection
{
    private const int EchoWords = 4;

    private static readonly Violation Echo = new("echo", "it repeats what the customer told you to say; answer about the shop instead");

    public static bool IsSuspected(TurnContext turn) => turn.Incoming.Any(message => Cues().IsMatch(DraftText.Fold(message.Text ?? "")) || Frames().IsMatch(message.Text ?? ""));

    /// <summary>A run of words behind "say exactly" is found in the draft.</summary>
    public static IEnumerable<Violation> Check(string draft, TurnSession session)
    {
        var said = DraftText.Fold(draft);
        var obeyed = session.Turn.Incoming
            .Select(message => DraftText.Fold(message.Text ?? ""))
            .SelectMany(text => Dictation().Matches(text).Select(cue => text[(cue.Index + cue.Length)..]))
            .Any(dictated => Runs(dictated).Any(run => said.Contains($" {run} ", StringComparison.Ordinal)));
        return obeyed ? [Echo] : [];
    }

    private static IEnumerable<string> Runs(string dictated)
    {
        var words = dictated.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var length = Math.Min(EchoWords, words.Length);
        return length == 0 ? [] : Enumerable.Range(0, words.Length - length + 1).Select(start => string.Join(' ', words.AsSpan(start, length).ToArray()));
    }

    [GeneratedRegex(
        @"\b(?:(?:ignore|ignorez|oublie|oubliez|forget|disregard|override)\b.{0,40}\b(?:instructions?|regles|consignes|rules|prompt|previous|precedentes?)|mode (?:admin\w*|developpeur|debug)|(?:admin|developer|debug|god) mode"
        + @"|system prompt|prompt systeme|tes instructions|your instructions|tu es (?:maintenant|desormais)|you are now|jailbreak|(?:repete|repetez|dis|dites|ecris|repeat|say|write|print) (?:exactement|mot pour mot|exactly|verbatim|word for word)"
        + @"|en tant que (?:developpeur|administrateur|patron)|as (?:the|an) (?:developer|administrator|owner)|tool call|function call)\b")]
    private static partial Regex Cues();

    [GeneratedRegex(@"(?im)^\s*(?:system|assistant|user|développeur)\s*:|</?\s*(?:state|shop|system\w*|customer|tool\w*|summary)\s*>|\{\s*""(?:name|tool|function|role|arguments)""")]
    private static partial Regex Frames();

    [GeneratedRegex(@"\b(?:repete|repetez|dis|dites|ecris|ecrivez|reponds|repeat|say|write|print|answer|reply)(?: moi| me| juste| seulement| just| only)? (?:exactement|mot pour mot|exactly|verbatim|word for word|ceci|cela|this|ce qui suit|the following|textuellement)\b")]
    private static partial Regex Dictation();
}
