using System.Collections.Frozen;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>
/// Which of the two languages a customer writes, by function words. What was spoken before stays until a message is
/// clearly in the other one; a language of neither kind is answered in the shop's.
/// </summary>
internal static class Languages
{
    private const int Clear = 2;

    private static readonly FrozenSet<string> French = Words(
        "le la les des du un une et est sont je tu il elle nous vous ils mon ma mes votre vos ce cette ces c cest qui que quoi quel quelle "
        + "combien bonjour bonsoir bjr bsr slt salut merci svp stp oui avez avoir ai a ont pour avec dans sur chez pas ne plus encore comment "
        + "pourquoi est-ce prix dispo cb cmb koi jai jveux veux voudrais faut fait faites peut pouvez en y au aux ca ici livrez combien");

    private static readonly FrozenSet<string> English = Words(
        "the is are am do does did you your my me we our how much what which where when who this that these those have has can could "
        + "would will want need please thanks thank hello hi hey good morning evening price cost of for with and it its not there any still "
        + "available buy sell get know i to from at in dont im");

    public static string Of(TurnContext turn)
    {
        var text = string.Join('\n', turn.Incoming.Select(message => message.Text));
        var spoken = turn.Language ?? turn.Tenant.Language;
        return Clearly(text) ?? (turn.Language is null && IsOnlyEnglish(text) ? "en" : spoken);
    }

    /// <summary>The language that the words speak for, when they do so clearly.</summary>
    public static string? Clearly(string text)
    {
        var words = TextFold.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (french, english) = (words.Count(French.Contains), words.Count(English.Contains));
        return french >= Clear && french > english * 1.5 ? "fr"
            : english >= Clear && english > french * 1.5 ? "en"
            : null;
    }

    /// <summary>Of a stranger's first word one is enough: "hi".</summary>
    private static bool IsOnlyEnglish(string text)
    {
        var words = TextFold.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Any(English.Contains) && !words.Any(French.Contains);
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
