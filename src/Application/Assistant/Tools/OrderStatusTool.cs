using WaSaas.Application.Assistant.Desks;
using WaSaas.Application.Assistant.Tools.Sentences;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Assistant.Tools;

/// <summary>Of this customer's own orders; another customer's number is none of hers.</summary>
internal sealed class OrderStatusTool(TurnSession session) : AssistantTool(
    ToolNames.OrderStatus,
    "Where the customer's own orders are; without a number the latest ones.",
    """
    {
      "type": "object",
      "properties": { "order_number": { "type": "string" } },
      "additionalProperties": false
    }
    """)
{
    private const int MaxNumber = 20;
    private const int Most = 3;

    protected override Task<ToolResult> CallAsync(ToolArguments arguments, CancellationToken ct)
    {
        var number = arguments.Numeral("order_number", MaxNumber);
        var orders = session.Desk.Orders.Where(order => number is null || OrderNumbers.Text(order) == number).Take(number is null ? Most : 1).ToList();
        return Task.FromResult<ToolResult>(new OrderStatusResult(
            [.. orders.Select(View)],
            orders.Count == 0 ? [new TradeFacts(session).Of("no_order", FactKind.NotFound, ShopWords.NoOrder)] : [.. orders.Select(Fact)]));
    }

    private OrderStatusView View(Order order) => new(OrderNumbers.Text(order), order.Status, session.Amount(order.Total), ShopWords.State(order.Status, session.Language));

    private Fact Fact(Order order) => new(
        $"order:{OrderNumbers.Text(order)}",
        FactKind.OrderState,
        ShopWords.Order.In(session.Language, OrderNumbers.Text(order), session.Amount(order.Total).Text, ShopWords.State(order.Status, session.Language)),
        order.Total);
}
