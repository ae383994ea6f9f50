using WaSaas.Domain.Delivery;

namespace WaSaas.Domain.Conversations;

/// <summary>Reactions, edits and deletions: rows of their own that change an earlier message.</summary>
public sealed partial class Message
{
    public const int MaxEarlier = 20;
    private const int MaxReaction = 16;

    /// <summary>Kinds that say nothing by themselves.</summary>
    public static readonly MessageKind[] ChangeKinds = [MessageKind.Reaction, MessageKind.Edit, MessageKind.Delete];

    public MessageDetails? Details { get; private set; }

    /// <summary>Null while nothing became of it.</summary>
    public MessageChanges? Changes { get; private set; }

    public bool IsChange => Array.IndexOf(ChangeKinds, Kind) >= 0;

    public bool IsDeleted => Changes?.DeletedAt is not null;

    private MessageChanges ChangesSoFar => Changes ?? MessageChanges.None;

    internal void React(bool byShop, string? sign)
    {
        var shown = string.IsNullOrWhiteSpace(sign) ? null : sign.Length > MaxReaction ? sign[..MaxReaction] : sign;
        Changes = byShop ? ChangesSoFar with { ShopReaction = shown } : ChangesSoFar with { CustomerReaction = shown };
    }

    internal void Edit(string text, DateTimeOffset at)
    {
        if (text == Text)
        {
            return;
        }

        string[] earlier = [.. ChangesSoFar.Earlier.TakeLast(MaxEarlier - 1), Text ?? ""];
        Changes = ChangesSoFar with { EditedAt = at, Earlier = earlier };
        Text = Cut(text);
    }

    internal void Move(GeoPoint to) => Changes = ChangesSoFar with { MovedTo = to };

    /// <summary>Its sender took it back: that it was there stays, what it said does not.</summary>
    /// <returns>The name of the file that is not needed any more.</returns>
    public string? TakeBack(DateTimeOffset at)
    {
        var file = File;
        (Text, File, Media, MediaDueAt, Details, Latitude, Longitude) = (null, null, null, null, null, null, null);
        Changes = new MessageChanges { DeletedAt = at };
        return file;
    }
}
