using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Assistant;
using WaSaas.Application.Assistant.Embedded;
using WaSaas.Application.Assistant.Language;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>What code decides before any brain is asked: how long to wait, when to keep silent, how much is enough.</summary>
public sealed class TurnManners(IAppDbContext db, ITenantScope tenant, ConversationOptions options)
{
    // A machine does not tire: its loop is looked at by a person, or forgotten after a day.
    private static readonly TimeSpan LoopSilence = TimeSpan.FromDays(1);

    /// <summary>How long the shop's assistant keeps out of it after a person's last word.</summary>
    public async Task<TimeSpan> SilenceAsync(CancellationToken ct) => (await db.Tenants.AsNoTracking().SingleAsync(ct)).Sales.Silence();

    /// <summary>How long to wait for the rest of a burst that this message belongs to.</summary>
    public async Task<(Debounce Debounce, Pace Pace)> PaceAsync(ReceiveMessage received, Conversation conversation, Contact contact, CancellationToken ct)
    {
        var debounce = options.DebounceOf(received.Channel);
        if (OptOut.IsMeant(received.Content.Text ?? ""))
        {
            return (debounce, contact.OptedOutAt is null ? Pace.AtOnce : Pace.NoAnswer);
        }

        if (debounce.Window == TimeSpan.Zero)
        {
            return (debounce, Pace.AtOnce);
        }

        var pending = await db.Messages
            .Where(m => m.ConversationId == conversation.Id && m.Sequence > conversation.AnsweredSequence && m.Author == MessageAuthor.Customer && !Message.ChangeKinds.Contains(m.Kind))
            .Select(m => new MessageContent(m.Kind, m.Text, null, null, null))
            .ToListAsync(ct);
        return (debounce, BurstPace.Of([.. pending, received.Content]));
    }

    /// <summary>The answer that needs no brain; null when a brain is to answer.</summary>
    public async Task<AssistantAnswer?> ReadyAsync(Conversation conversation, IReadOnlyList<Message> recent, TurnContext turn, CancellationToken ct)
    {
        if (turn.Incoming is [.., { Text: { } last }] && OptOut.IsMeant(last))
        {
            return Say(turn, MannersWording.OptedOut);
        }

        if (conversation.Channel == Channel.Simulator)
        {
            return null;
        }

        if (MachineLoop.IsLikely(recent, turn.Now, turn.Tenant.Currency, options))
        {
            return Say(turn, MannersWording.AutomaticReplies, PauseReasons.AutomaticReplies, LoopSilence);
        }

        return await SilenceForContactAsync(conversation.ContactId, turn.Now, ct) is { } silence
            ? Say(turn, MannersWording.TooManyMessages, PauseReasons.TooManyMessages, silence)
            : null;
    }

    /// <summary>The shop answers more than it ever should: no money is spent on models until the hour or day is over.</summary>
    public async Task<bool> IsShopOverPaceAsync(DateTimeOffset now, CancellationToken ct) =>
        (await db.TurnPaces.AsNoTracking().SingleOrDefaultAsync(ct))?.IsOver(now, options.TurnsPerShopHour, options.TurnsPerShopDay) == true;

    public async Task CountAsync(DateTimeOffset now, CancellationToken ct)
    {
        var pace = await db.TurnPaces.SingleOrDefaultAsync(ct);
        if (pace is null)
        {
            pace = new TurnPace(tenant.Id);
            db.TurnPaces.Add(pace);
        }

        pace.Count(now);
    }

    private async Task<TimeSpan?> SilenceForContactAsync(ContactId contact, DateTimeOffset now, CancellationToken ct)
    {
        var (hour, day) = (now - TimeSpan.FromHours(1), now - TimeSpan.FromDays(1));
        var answers = await db.Messages
            .Where(m => m.Ordinal == 0 && m.At > day)
            .Join(db.Conversations.Where(c => c.ContactId == contact && c.Channel != Channel.Simulator), m => m.ConversationId, c => c.Id, (m, _) => m.At)
            .OrderByDescending(at => at)
            .Take(Math.Max(options.TurnsPerContactDay, options.TurnsPerContactHour))
            .ToListAsync(ct);
        var untilNextHour = answers.Count(at => at > hour) >= options.TurnsPerContactHour ? TimeSpan.FromHours(1) : (TimeSpan?)null;
        return answers.Count < options.TurnsPerContactDay
            ? untilNextHour
            : Longer(answers[options.TurnsPerContactDay - 1] - day, TimeSpan.FromHours(1));
    }

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static AssistantAnswer Say(TurnContext turn, Phrase phrase, string? handOff = null, TimeSpan? silence = null)
    {
        var language = Languages.Of(turn);
        var text = Introduction.Before(turn, language, phrase.First(language));
        return new AssistantAnswer([AssistantReply.OfText(text)], language, handOff, AssistantBrains.Rules, []) { Silence = silence };
    }
}
