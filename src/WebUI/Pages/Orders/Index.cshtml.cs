using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Orders;
using WaSaas.Domain.Orders;
using WaSaas.WebUI.Pages.Shared;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Orders;

[Access(Access.Tenant)]
public sealed class IndexModel(IMediator mediator, Frame frame) : AppPage
{
    private static readonly OrderStatus[] Shown =
        [OrderStatus.Confirmed, OrderStatus.Preparing, OrderStatus.OutForDelivery, OrderStatus.Delivered, OrderStatus.Cancelled];

    /// <summary>Name of a state; anything else shows what still needs hands.</summary>
    [BindProperty(SupportsGet = true, Name = "status")]
    public string? StatusName { get; set; }

    public OrderStatus? Status => Shown.Cast<OrderStatus?>().FirstOrDefault(s => string.Equals(s.ToString(), StatusName, StringComparison.OrdinalIgnoreCase));

    public OrderList Orders { get; private set; } = null!;

    public string TimeZone { get; private set; } = "Etc/UTC";

    public IReadOnlyList<FilterChip> Chips =>
    [
        new(Say["Orders.open"], Href(null), Status is null),
        .. Shown.Select(s => new FilterChip($"{Say["OrderStatus." + s]} {Orders.Counts.GetValueOrDefault(s)}", Href(s), Status == s)),
    ];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Orders = await mediator.Send(new ListOrders(Status), ct);
        TimeZone = (await frame.ShopAsync(ct))!.TimeZone;
    }

    private string Href(OrderStatus? status) => Url.Page("/Orders/Index", new { status = status?.ToString().ToLowerInvariant() })!;
}
