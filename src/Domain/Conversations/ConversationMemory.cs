using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Delivery.Places;

namespace WaSaas.Domain.Conversations;

/// <summary>What the assistant keeps in mind from one turn of a conversation to the next, beside carts and haggles.</summary>
public sealed class ConversationMemory : ITenantOwned
{
    private ConversationMemory()
    {
    }

    public ConversationMemory(TenantId tenantId, ConversationId conversationId) => (TenantId, ConversationId) = (tenantId, conversationId);

    public TenantId TenantId { get; private set; }

    public ConversationId ConversationId { get; private set; }

    /// <summary>Replaced as a whole at the end of a turn.</summary>
    public MemoryNotes Notes { get; private set; } = MemoryNotes.Empty;

    public void Keep(MemoryNotes notes) => Notes = notes;
}

/// <summary>Immutable, simple properties: stored as it is.</summary>
public sealed record MemoryNotes
{
    public const int MostFocused = 5;

    public static readonly MemoryNotes Empty = new();

    /// <summary>SKUs that were spoken of last, the latest first.</summary>
    public IReadOnlyList<string> Focus { get; init; } = [];

    /// <summary>What the shop asked last and the customer has not answered yet.</summary>
    public AskedQuestion? Asked { get; init; }

    /// <summary>Turns in a row that were not understood or found nothing.</summary>
    public int Misses { get; init; }

    /// <summary>Places in a row that no zone was found for.</summary>
    public int UnknownPlaces { get; init; }

    /// <summary>What the place that was named last turned out to be.</summary>
    public RememberedPlace? Place { get; init; }

    /// <summary>The pin that she shared last.</summary>
    public GeoPoint? Pin { get; init; }

    public MemoryNotes FocusOn(IEnumerable<string> skus) =>
        this with { Focus = [.. skus.Concat(Focus).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostFocused)] };
}

/// <summary>A question by its stable code, with what the answer may be.</summary>
public sealed record AskedQuestion(string Kind, IReadOnlyList<string> Choices);

/// <summary>A place as it was understood; her yes or her choice is held against it.</summary>
public sealed record RememberedPlace(
    PlaceStatus Status, string? Words, GeoPoint? Pin, bool IsAsked, IReadOnlyList<PlaceCandidate> Candidates)
{
    public PlaceResolution Resolution => new(Status, Candidates, IsAsked);
}
