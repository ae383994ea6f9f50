using System.Text.RegularExpressions;

namespace WaSaas.Application.Assistant.Guard;

/// <summary>Days, hours and spans of time are promises too: each stands word by word in what a tool or the shop said.</summary>
internal sealed partial class TimeCheck(Ledger ledger)
{
    private static readonly Violation Unknown = new("time", "it states a date, an hour or a delay that no tool returned");

    public IEnumerable<Violation> Check(string plain) =>
        DraftText.Sentences(plain).Any(sentence => DraftText.Clauses(sentence).Any(clause => IsUnfounded(clause, sentence))) ? [Unknown] : [];

    private bool IsUnfounded(string clause, string sentence)
    {
        var folded = DraftText.Fold(clause);
        return Times().Matches(folded).Any(time => !ledger.Mentions(time.Value) && !(IsHers(time.Value) && (DraftText.IsQuestion(sentence) || DraftText.IsDenied(folded, time.Index))));
    }

    private bool IsHers(string time) => ledger.Session.CustomerWords.Any(words => DraftText.Fold(words).Contains($" {time} ", StringComparison.Ordinal));

    [GeneratedRegex(
        @"(?<= )(?:\d{1,4} (?:minutes?|mn|min|heures?|h|jours?|j|semaines?|mois|ans?|annees?|hours?|hrs?|days?|weeks?|months?|years?|am|pm)(?: \d{2})?"
        + @"|(?:une?|deux|trois|quatre|cinq|six|sept|huit|dix|douze|quinze|vingt|trente|quelques|one|two|three|four|five|seven|eight|ten|twelve|fifteen|twenty|thirty|few|an|half an) (?:minutes?|heures?|jours?|semaines?|mois|ans?|annees?|hours?|days?|weeks?|months?|years?)"
        + @"|lundis?|mardis?|mercredis?|jeudis?|vendredis?|samedis?|dimanches?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?"
        + @"|janvier|fevrier|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|april|june|july|august|september|october|november|december|\d{1,2} (?:mars|mai|march|may)"
        + @"|aujourd hui|apres demain|demain|ce soir|ce matin|cet apres midi|cette semaine|ce week end|semaine prochaine|mois prochain|dans la journee|tout de suite|immediatement|midi|minuit"
        + @"|today|tomorrow|tonight|this (?:morning|afternoon|evening|week|weekend)|next (?:week|month)|right away|immediately|noon|midnight)(?= )")]
    private static partial Regex Times();
}
