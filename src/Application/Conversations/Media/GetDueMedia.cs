using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Conversations.Media;

/// <summary>Messages of a conversation whose file is to be fetched or listened to now, oldest first.</summary>
public sealed record GetDueMedia(ConversationId Id) : IQuery<IReadOnlyList<DueMedia>>;

/// <param name="Id">The message.</param>
/// <param name="Channel">Where it came in.</param>
/// <param name="Session">The linked number; null in the simulator.</param>
/// <param name="Chat">Address to answer to.</param>
/// <param name="ExternalId">The network's id.</param>
/// <param name="File">Its file when it is here already.</param>
/// <param name="Media">What is known of it.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="IsToHear">It is a voice note that nobody wrote down yet.</param>
/// <param name="IsAwaited">An answer waits for it.</param>
/// <param name="Language">The customer's, when known.</param>
public sealed record DueMedia(
    MessageId Id,
    Channel Channel,
    SessionId? Session,
    string Chat,
    string ExternalId,
    string? File,
    MessageMedia? Media,
    int Attempts,
    bool IsToHear,
    bool IsAwaited,
    string? Language)
{
    /// <summary>Bytes of a file that the shop's plan takes in.</summary>
    public long MostBytes { get; init; }

    /// <summary>More than that, as its sender declares; what really comes is measured again.</summary>
    public bool IsTooLarge => Media?.Bytes > MostBytes;
}

internal sealed class GetDueMediaHandler(IAppDbContext db, PlanRoom room, TimeProvider clock) : IQueryHandler<GetDueMedia, IReadOnlyList<DueMedia>>
{
    private const long Megabyte = 1024 * 1024;

    public async Task<IReadOnlyList<DueMedia>> Handle(GetDueMedia query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await (
            from message in db.Messages
            where message.ConversationId == query.Id && message.MediaDueAt != null
            join conversation in db.Conversations on message.ConversationId equals conversation.Id

            // A simulation has a clock of its own.
            where message.MediaDueAt <= now || conversation.Channel == Channel.Simulator
            join contact in db.Contacts on conversation.ContactId equals contact.Id
            orderby message.Sequence
            select new DueMedia(
                message.Id,
                conversation.Channel,
                conversation.SessionId,
                conversation.ReplyTo,
                message.ExternalId,
                message.File,
                message.Media,
                message.MediaAttempts,
                message.Kind == MessageKind.Audio && message.Author == MessageAuthor.Customer && message.Text == null,
                conversation.TurnDueAt != null,
                contact.Language)).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return due;
        }

        var most = (await room.EntitlementsAsync(cancellationToken)).FileMegabytes * Megabyte;
        return due.ConvertAll(media => media with { MostBytes = most });
    }
}
