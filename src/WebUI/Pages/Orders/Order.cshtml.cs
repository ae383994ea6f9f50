using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Orders;
using WaSaas.Domain.Common;
using WaSaas.Domain.Orders;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Orders;

[Access(Access.Tenant)]
public sealed class OrderModel(IMediator mediator, Frame frame) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OrderView? Order { get; private set; }

    public string TimeZone { get; private set; } = "Etc/UTC";

    private OrderId OrderId => new(Id);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Order is null ? NotFound() : Page();
    }

    public override async Task LoadAsync(CancellationToken ct)
    {
        Order = await mediator.Send(new GetOrder(OrderId, Languages.Current), ct);
        TimeZone = (await frame.ShopAsync(ct))!.TimeZone;
    }

    public async Task<IActionResult> OnPostMoveAsync(int version, OrderStatus to, CancellationToken ct) =>
        await DoneAsync(await mediator.Send(new MoveOrder(OrderId, version, to), ct), ct);

    public async Task<IActionResult> OnPostCancelAsync(int version, string? reason, CancellationToken ct) =>
        await DoneAsync(await mediator.Send(new CancelOrder(OrderId, version, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()), ct), ct);

    /// <summary>An empty amount is all that was to be collected.</summary>
    public async Task<IActionResult> OnPostPaidAsync(int version, string? amount, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Order is null)
        {
            return NotFound();
        }

        long? minor = null;
        if (!string.IsNullOrWhiteSpace(amount))
        {
            if (!AmountText.TryParse(amount, Order.Currency, out var read))
            {
                return await RefuseAsync(OrderErrors.PaymentRange, null, ct);
            }

            minor = read;
        }

        return await DoneAsync(await mediator.Send(new RecordOrderPayment(OrderId, version, minor), ct), ct);
    }

    public Money Price(long minor) => new(minor, Order!.Currency);

    private async Task<IActionResult> DoneAsync(Result result, CancellationToken ct)
    {
        if (result.Error is { } error)
        {
            return await RefuseAsync(error, null, ct);
        }

        Notice = Say["Orders.saved"];
        return RedirectToPage("/Orders/Order", new { id = Id });
    }
}
