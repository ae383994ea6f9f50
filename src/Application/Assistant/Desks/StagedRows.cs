using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Desks;

/// <summary>What one attempt wants to store and to send.</summary>
internal sealed class StagedRows
{
    private readonly HashSet<object> _added = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyCollection<object> Added => _added;

    /// <summary>Products whose prices were told: they must sell alike when it is stored.</summary>
    public Dictionary<ProductId, Product> Priced { get; } = [];

    /// <summary>What the system itself says after the brain's words: photos, a summary, a confirmation.</summary>
    public List<AssistantReply> Replies { get; } = [];

    public Order? Order { get; set; }

    public StagedReceipt? Receipt { get; set; }

    public bool OptOut { get; set; }

    public void Add(object row) => _added.Add(row);

    public bool IsNew(object row) => _added.Contains(row);
}

/// <summary>Pictures that are said to show the payment of an order.</summary>
internal sealed record StagedReceipt(OrderId Order, IReadOnlyList<MessageId> Pictures);
