using System.Text.Json.Serialization;

namespace WaSaas.Domain.Conversations;

/// <summary>What a message carries beside words, a place and a file. All of it is the sender's to choose. Immutable: stored as it is.</summary>
public sealed record MessageDetails
{
    public const int MaxContacts = 20;
    public const int MaxOptions = 12;
    public const int MaxItems = 50;

    /// <summary>Address cards. The numbers are other people's: shown to the shop, never given to a model.</summary>
    public IReadOnlyList<SharedContact> Contacts { get; init; } = [];

    /// <summary>What a poll lets choose between.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>What a cart of the network's own catalogue lists; its prices are not ours and are not kept.</summary>
    public IReadOnlyList<ListedItem> Items { get; init; } = [];

    /// <summary>How many articles such a cart says it has, known before they are.</summary>
    public int? ItemCount { get; init; }

    /// <summary>To be opened once, on the phone: never fetched nor kept.</summary>
    public bool IsViewOnce { get; init; }

    /// <summary>Seconds after which phones remove it by themselves; null = they do not.</summary>
    public int? ExpiresAfter { get; init; }

    /// <summary>Words of the message that this one answers, as the answer itself quotes them.</summary>
    public string? QuotedText { get; init; }

    /// <summary>It answers a status post of the shop.</summary>
    public bool QuotesStatus { get; init; }

    /// <summary>A later point of a live location that began before.</summary>
    public bool IsUpdate { get; init; }

    [JsonIgnore]
    public bool IsEmpty => this is
    {
        Contacts.Count: 0, Options.Count: 0, Items.Count: 0, ItemCount: null, IsViewOnce: false, ExpiresAfter: null, QuotedText: null, QuotesStatus: false, IsUpdate: false,
    };
}

public sealed record SharedContact(string Name, IReadOnlyList<string> Phones);

/// <param name="Reference">The seller's own reference for it; null when the network does not tell.</param>
/// <param name="Name">As the network's catalogue calls it.</param>
/// <param name="Quantity">Pieces.</param>
public sealed record ListedItem(string? Reference, string Name, int Quantity);
