using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Conversations;

/// <summary>Reactions, edits, deletions and the next points of a live location: they change what stands in the thread already.</summary>
public sealed class ThreadChanges(IAppDbContext db, IFileStore files, FollowUps followUps, ConversationOptions options)
{
    // Nobody shares a live location for longer.
    private static readonly TimeSpan LongestLive = TimeSpan.FromHours(8);

    /// <returns>False when it is a message of its own.</returns>
    public async Task<bool> TakeInAsync(ReceiveMessage command, Conversation conversation, DateTimeOffset now, CancellationToken ct)
    {
        if (Array.IndexOf(Message.ChangeKinds, command.Content.Kind) < 0)
        {
            return await FollowsAsync(command, conversation, now, ct);
        }

        var change = conversation.ReceiveChange(command.ExternalId, command.Content, command.FromPhone, command.WrittenAt, now);
        db.Messages.Add(change);
        var target = change.TargetId is { } id
            ? await db.Messages.SingleOrDefaultAsync(m => m.ConversationId == conversation.Id && m.ExternalId == id, ct)
            : null;
        if (target is not null)
        {
            await ApplyAsync(conversation, change, target, now, ct);
        }

        return true;
    }

    private async Task ApplyAsync(Conversation conversation, Message change, Message target, DateTimeOffset now, CancellationToken ct)
    {
        var file = conversation.Apply(change, target, now, options.DebounceOf(conversation.Channel));
        if (target.IsDeleted)
        {
            // What it said in between goes with it.
            var edits = await db.Messages
                .Where(m => m.ConversationId == conversation.Id && m.TargetId == target.ExternalId && m.Kind == MessageKind.Edit)
                .ToListAsync(ct);
            edits.ForEach(edit => edit.TakeBack(now));
        }

        if (file is not null)
        {
            followUps.Add(token => files.DeleteAsync(file, token));
        }
    }

    /// <summary>A later point of a live location whose first one is known. Without that one it is the first.</summary>
    private async Task<bool> FollowsAsync(ReceiveMessage command, Conversation conversation, DateTimeOffset now, CancellationToken ct)
    {
        if (command.Content is not { Kind: MessageKind.LiveLocation, Details.IsUpdate: true, Latitude: { } latitude, Longitude: { } longitude })
        {
            return false;
        }

        var (since, author) = (now - LongestLive, command.FromPhone ? MessageAuthor.Vendor : MessageAuthor.Customer);
        var first = await db.Messages
            .Where(m => m.ConversationId == conversation.Id && m.Kind == MessageKind.LiveLocation && m.Author == author && m.StoredAt >= since)
            .OrderByDescending(m => m.Sequence)
            .FirstOrDefaultAsync(ct);
        if (first is null)
        {
            return false;
        }

        conversation.Move(first, new GeoPoint(latitude, longitude));
        return true;
    }
}
