using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Delivery;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Conversations;

/// <summary>One conversation as the shop sees it, newest <paramref name="Take"/> messages, oldest first; null when there is none.</summary>
public sealed record GetThread(ConversationId Id, int Take = 100) : IQuery<ConversationThread?>;

public sealed record ConversationThread(
    ConversationId Id,
    string? ContactName,
    string? PhoneNumber,
    string? Language,
    Responder Responder,
    string? HandOffReason,
    DateTimeOffset? PersonActiveAt,
    bool AnswerIsDue,
    long LastSequence,
    IReadOnlyList<ThreadMessage> Messages)
{
    /// <summary>When the assistant answers again by itself.</summary>
    public DateTimeOffset? ResumeAt { get; init; }

    /// <summary>What was ordered here, the latest first; test orders left out.</summary>
    public IReadOnlyList<ThreadOrder> Orders { get; init; } = [];

    /// <summary>For the pins that were shared; null without any.</summary>
    public ZoneMap? Map { get; init; }
}

public sealed record ThreadMessage(
    MessageId Id,
    long Sequence,
    MessageAuthor Author,
    MessageKind Kind,
    string? Text,
    double? Latitude,
    double? Longitude,
    DateTimeOffset At,
    MessageStatus Status,
    string? FailureCode)
{
    /// <summary>The guard corrected what a model wanted to say here.</summary>
    public bool WasCorrected { get; init; }

    /// <summary>The product that it shows.</summary>
    public string? Sku { get; init; }

    /// <summary>Name in the shop's file store of what goes with it.</summary>
    public string? File { get; init; }

    public MessageMedia? Media { get; init; }

    public MessageDetails? Details { get; init; }

    /// <summary>Null while nothing became of it.</summary>
    public MessageChanges? Changes { get; init; }

    public bool IsDeleted => Changes?.DeletedAt is not null;

    /// <summary>Its file is on its way, or somebody listens to it.</summary>
    public bool IsAwaited { get; init; }

    public string ExternalId { get; init; } = "";

    /// <summary>External id of the message that this one answers.</summary>
    public string? QuotedId { get; init; }

    /// <summary>External id of the message that an edit, a deletion or a reaction speaks of.</summary>
    public string? TargetId { get; init; }

    /// <summary>The turn that it answers with.</summary>
    public TurnId? TurnId { get; init; }

    /// <summary>The summary of an order that it shows.</summary>
    public RecapId? Recap { get; init; }

    /// <summary>Where it says to be.</summary>
    public GeoPoint? Pin => this is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(latitude, longitude) : null;
}

/// <param name="Recap">The summary that the customer said yes to.</param>
public sealed record ThreadOrder(OrderId Id, int Number, RecapId Recap);

internal sealed class GetThreadHandler(IAppDbContext db) : IQueryHandler<GetThread, ConversationThread?>
{
    public async Task<ConversationThread?> Handle(GetThread query, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == query.Id, cancellationToken);
        if (conversation is null)
        {
            return null;
        }

        var contact = await db.Contacts.AsNoTracking().SingleAsync(c => c.Id == conversation.ContactId, cancellationToken);
        var messages = await db.Messages
            .Where(m => m.ConversationId == query.Id
                && !(Message.ChangeKinds.Contains(m.Kind) && db.Messages.Any(t => t.ConversationId == query.Id && t.ExternalId == m.TargetId)))
            .OrderByDescending(m => m.Sequence)
            .Take(query.Take)
            .Select(m => new ThreadMessage(m.Id, m.Sequence, m.Author, m.Kind, m.Text, m.Latitude, m.Longitude, m.At, m.Status, m.FailureCode)
            {
                WasCorrected = m.TurnId != null && db.TurnRecords.Any(t => t.TurnId == m.TurnId && t.Verdict != TurnRecord.Passed),
                Sku = m.Sku,
                File = m.File,
                Media = m.Media,
                Details = m.Details,
                Changes = m.Changes,
                IsAwaited = m.MediaDueAt != null,
                ExternalId = m.ExternalId,
                QuotedId = m.QuotedId,
                TargetId = m.TargetId,
                TurnId = m.TurnId,
                Recap = m.RecapId,
            })
            .ToListAsync(cancellationToken);
        messages.Reverse();
        return new ConversationThread(
            conversation.Id,
            contact.Name,
            contact.PhoneNumber,
            contact.Language,
            conversation.Responder,
            conversation.HandOffReason,
            conversation.PersonActiveAt,
            conversation.TurnDueAt is not null,
            conversation.LastSequence,
            messages)
        {
            Map = messages.Exists(message => message.Pin is not null) ? await ZoneMap.ReadAsync(db, cancellationToken) : null,
            ResumeAt = conversation.ResumeAt,
            Orders = await db.Orders.AsNoTracking()
                .Where(o => o.ConversationId == query.Id && !o.IsTest)
                .OrderByDescending(o => o.Number)
                .Select(o => new ThreadOrder(o.Id, o.Number, o.RecapId))
                .ToListAsync(cancellationToken),
        };
    }
}
