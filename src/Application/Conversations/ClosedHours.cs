using System.Globalization;
using WaSaas.Application.Assistant;

namespace WaSaas.Application.Conversations;

/// <summary>Who is handed over outside the opening hours is told when somebody will be there.</summary>
internal static class ClosedHours
{
    public static AssistantAnswer Mention(TurnContext turn, AssistantAnswer answer) => answer.HandOffReason is null || Sentence(turn, answer.Language) is not { } closed
        ? answer
        : answer with { Replies = WithLast(answer.Replies, closed) };

    /// <summary>Said with the last words, unless those are a picture or a summary that stands for itself.</summary>
    private static IReadOnlyList<AssistantReply> WithLast(IReadOnlyList<AssistantReply> replies, string closed) => replies is [.., { Kind: ReplyKind.Text, Recap: null } last]
        ? [.. replies.SkipLast(1), last with { Text = $"{last.Text} {closed}" }]
        : [.. replies, AssistantReply.OfText(closed)];

    private static string? Sentence(TurnContext turn, string language)
    {
        var known = TimeZoneInfo.TryFindSystemTimeZoneById(turn.Tenant.TimeZone, out var zone);
        var local = TimeZoneInfo.ConvertTime(turn.Now, known ? zone! : TimeZoneInfo.Utc).DateTime;
        return turn.Tenant.Facts.IsOpen(local) || turn.Tenant.Facts.NextOpening(local) is not { } opening
            ? null
            : MannersWording.ClosedUntil.First(language, When(opening, local, language));
    }

    private static string When(DateTime opening, DateTime local, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language == "en" ? "en-GB" : "fr-FR");
        var days = (opening.Date - local.Date).Days;
        var day = days switch
        {
            0 => language == "en" ? "today" : "aujourd'hui",
            1 => language == "en" ? "tomorrow" : "demain",
            < 7 => (language == "en" ? "on " : "") + opening.ToString("dddd", culture),
            _ => (language == "en" ? "on " : "le ") + opening.ToString("d MMMM", culture),
        };
        return language == "en" ? $"{day} at {opening:H:mm}" : $"{day} à {opening:%H} h{(opening.Minute == 0 ? "" : $" {opening:mm}")}";
    }
}
