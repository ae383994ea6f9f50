using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Conversations;

/// <summary>Takes the answer that a conversation owes and gathers what the assistant may know; null when none is owed (any more).</summary>
/// <param name="Id">The conversation.</param>
/// <param name="At">The clock of the turn; null = now.</param>
/// <param name="Trial">What a simulation tries out; null = the shop as it is.</param>
public sealed record ClaimTurn(ConversationId Id, DateTimeOffset? At = null, Trial? Trial = null) : ICommand<ClaimedTurn?>, IResumable;

/// <param name="Turn">What is answered.</param>
/// <param name="Context">What the assistant may know.</param>
/// <param name="Conversation">Where the answer goes; not to be changed here.</param>
/// <param name="IncomingIds">The network's ids of the messages answered, for the read marks.</param>
public sealed record ClaimedTurn(Turn Turn, TurnContext Context, Conversation Conversation, IReadOnlyList<string> IncomingIds)
{
    /// <summary>What code answers before any brain is asked; null when a brain is to answer.</summary>
    public AssistantAnswer? Ready { get; init; }
}

internal sealed class ClaimTurnHandler(IAppDbContext db, PlanRoom room, Usage usage, AssistantStops stops, TurnManners manners, TimeProvider clock)
    : ICommandHandler<ClaimTurn, ClaimedTurn?>
{
    private const int HistoryLength = 12;

    public async Task<ClaimedTurn?> Handle(ClaimTurn command, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.TagWith(WorkQueries.TakeOrSkip).SingleOrDefaultAsync(c => c.Id == command.Id, cancellationToken);
        var now = command.At ?? conversation?.ClockAt(clock.GetUtcNow()) ?? clock.GetUtcNow();
        if (conversation?.ResumeIfDue(now) is { } remark)
        {
            db.Messages.Add(remark);
        }

        var shop = await db.Tenants.AsNoTracking().SingleAsync(cancellationToken);
        var plan = await room.EntitlementsAsync(cancellationToken);
        shop.SellWithin(plan);
        command.Trial?.Apply(shop, plan);
        if (conversation is null || !Answers(shop, conversation))
        {
            conversation?.LeaveUnanswered();
            return null;
        }

        if (await stops.EverywhereAsync(conversation, cancellationToken) || await WaitsForMediaAsync(conversation, now, cancellationToken)
            || conversation.ClaimTurn(now) is not { } turn)
        {
            return null;
        }

        var messages = await RecentAsync(conversation, turn, cancellationToken);
        var incoming = messages.Where(m => m.IsIncoming && m.Sequence > turn.AfterSequence).ToList();
        if (incoming.Count == 0)
        {
            // All of it was taken back meanwhile.
            conversation.FinishTurn(turn, introduced: false);
            return null;
        }

        var contact = await db.Contacts.AsNoTracking().SingleAsync(c => c.Id == conversation.ContactId, cancellationToken);
        var quoted = await QuotedAsync(conversation, incoming, cancellationToken);
        var context = new TurnContext(
            shop,
            turn.Id,
            [.. incoming.Select(m => Say(m, m.QuotedId is { } id ? quoted.GetValueOrDefault(id) : null))],
            [.. messages.Except(incoming).TakeLast(HistoryLength).Select(m => Say(m))],
            contact.Name,
            contact.Language,
            !conversation.IntroducedAssistant,
            command.Trial?.EmbeddedOnly != true && MayUseModel(shop, conversation) && await ModelAllowedAsync(conversation, now, cancellationToken),
            now)
        {
            ConversationId = conversation.Id,
            ContactId = conversation.ContactId,
            IsTest = conversation.Channel == Channel.Simulator,
            OpenRequest = conversation.OwesApology ? conversation.HandOffReason : null,
        };
        return new ClaimedTurn(turn, context, conversation, [.. incoming.Select(m => m.ExternalId)])
        {
            Ready = await manners.ReadyAsync(conversation, messages, context, cancellationToken),
        };
    }

    /// <summary>"Celui-là", in answer to a photo or to words of before: what that was, however long ago.</summary>
    private async Task<Dictionary<string, Message>> QuotedAsync(Conversation conversation, List<Message> incoming, CancellationToken ct)
    {
        var quoted = incoming.Where(m => m.QuotedId is not null).Select(m => m.QuotedId!).ToList();
        return quoted.Count == 0 ? [] : await db.Messages.AsNoTracking()
            .Where(m => m.ConversationId == conversation.Id && quoted.Contains(m.ExternalId))
            .ToDictionaryAsync(m => m.ExternalId, ct);
    }

    /// <summary>A note that could not be fetched yet is tried again soon; until then nothing is answered.</summary>
    private async Task<bool> WaitsForMediaAsync(Conversation conversation, DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Messages
            .Where(m => m.ConversationId == conversation.Id && m.Sequence > conversation.AnsweredSequence && m.MediaDueAt != null && m.Author == MessageAuthor.Customer)
            .Select(m => m.MediaDueAt)
            .ToListAsync(ct);
        if (conversation.TurnDueAt is null || conversation.TurnDueAt > now || due.Count == 0)
        {
            return false;
        }

        var soonest = now + TimeSpan.FromSeconds(1);
        conversation.WaitForMedia(due.Min() is { } at && at > soonest ? at : soonest);
        return true;
    }

    /// <summary>A paused assistant keeps every message and answers none; the simulator is there to try it before that.</summary>
    private static bool Answers(Tenant shop, Conversation conversation) =>
        conversation.Responder == Responder.Assistant && (!shop.Assistant.Paused || conversation.Channel == Channel.Simulator);

    /// <summary>Customers' words leave this house only with the shop's consent; in the simulator the words are the vendor's own.</summary>
    private static bool MayUseModel(Tenant shop, Conversation conversation) =>
        shop.ModelConsent == ModelConsent.Given || (conversation.Channel == Channel.Simulator && shop.ModelConsent != ModelConsent.Declined);

    private async Task<List<Message>> RecentAsync(Conversation conversation, Turn turn, CancellationToken ct)
    {
        var from = Math.Min(turn.AfterSequence, conversation.LastSequence - HistoryLength);
        var recent = await db.Messages.AsNoTracking()
            .Where(m => m.ConversationId == conversation.Id && m.Sequence > from - HistoryLength && m.Author != MessageAuthor.System && !Message.ChangeKinds.Contains(m.Kind))
            .OrderBy(m => m.Sequence)
            .ToListAsync(ct);
        return recent.FindAll(m => !m.IsDeleted);
    }

    private async Task<bool> ModelAllowedAsync(Conversation conversation, DateTimeOffset now, CancellationToken ct) =>
        conversation.Channel == Channel.Simulator || (!await manners.IsShopOverPaceAsync(now, ct) && await usage.HasTurnsLeftAsync(now, ct));

    private static TurnMessage Say(Message message, Message? quoted = null) => new(message.Author, KindOf(message), WordsOf(message))
    {
        Id = message.Id,
        Sequence = message.Sequence,
        At = message.StoredAt,
        Latitude = message.Latitude,
        Longitude = message.Longitude,
        Confidence = message.Media?.Confidence,
        IsCorrected = message.Media is { IsCorrected: true },
        Failure = message.Media?.Failure,
        ExternalId = message.ExternalId,
        QuotedId = message.QuotedId,
        QuotedText = quoted?.Text ?? message.Details?.QuotedText,
        Sku = message.Sku ?? quoted?.Sku,
        Items = message.Details?.Items ?? [],
        File = message.File,
    };

    private static MessageKind KindOf(Message message) => message.Kind == MessageKind.LiveLocation ? MessageKind.Location : message.Kind;

    /// <summary>A poll asks with its question and with what it lets choose between.</summary>
    private static string? WordsOf(Message message) => message is { Kind: MessageKind.Poll, Details.Options: { Count: > 0 } options }
        ? $"{message.Text} {string.Join(", ", options)}".Trim()
        : message.Text;
}
