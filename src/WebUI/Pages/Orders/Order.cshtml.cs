using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Delivery;
using WaSaas.Application.Orders;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;
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

    /// <summary>Where a place can lie.</summary>
    public IReadOnlyList<ZoneRow> Zones { get; private set; } = [];

    protected override bool IsMissing => Order is null;

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
        Zones = (await mediator.Send(new ListZones(), ct)).Zones;
    }

    public async Task<IActionResult> OnPostMoveAsync(int version, OrderStatus to, CancellationToken ct) =>
        await DoneAsync(await mediator.Send(new MoveOrder(OrderId, version, to), ct), ct);

    public async Task<IActionResult> OnPostCancelAsync(int version, string? reason, CancellationToken ct) =>
        await DoneAsync(await mediator.Send(new CancelOrder(OrderId, version, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()), ct), ct);

    /// <summary>An empty amount is all that was to be paid.</summary>
    public async Task<IActionResult> OnPostPaidAsync(int version, string? amount, CancellationToken ct)
    {
        await LoadAsync(ct);
        return string.IsNullOrWhiteSpace(amount) ? await DoneAsync(await mediator.Send(new RecordOrderPayment(OrderId, version, null), ct), ct)
            : AmountOf(amount) is { } minor ? await DoneAsync(await mediator.Send(new RecordOrderPayment(OrderId, version, minor), ct), ct)
            : await RefuseAsync(OrderErrors.PaymentRange, "amount", ct);
    }

    public async Task<IActionResult> OnPostNoteAsync(int version, string? note, CancellationToken ct)
    {
        await LoadAsync(ct);
        return AmountOf(note) is { } minor
            ? await DoneAsync(await mediator.Send(new NoteTender(OrderId, version, minor), ct), ct)
            : await RefuseAsync(OrderErrors.NoteTooSmall, "note", ct);
    }

    public async Task<IActionResult> OnPostNoReceiptAsync(int version, CancellationToken ct) =>
        await DoneAsync(await mediator.Send(new RejectReceipt(OrderId, version), ct), ct);

    public async Task<IActionResult> OnPostRefundAsync(int version, CancellationToken ct) =>
        await DoneAsync(await mediator.Send(new RefundOrder(OrderId, version), ct), ct);

    public async Task<IActionResult> OnPostPlaceAsync(string? place, Guid zone, CancellationToken ct)
    {
        var result = await mediator.Send(new CorrectPlace(OrderId, place ?? "", new ZoneId(zone)), ct);
        if (result.Error is { } error)
        {
            return await RefuseAsync(error, "place", ct);
        }

        await LoadAsync(ct);
        Notice = Say["Orders.placeLearned", place!.Trim(), Zones.Single(z => z.Id.Value == zone).Details.Name];
        return RedirectToPage("/Orders/Order", new { id = Id });
    }

    public Money Price(long minor) => new(minor, Order!.Currency);

    /// <summary>What was typed into a field of a form that came back; else what it starts with.</summary>
    public string? Typed(string field, string? start = null) => ModelState[field]?.AttemptedValue ?? start;

    private long? AmountOf(string? text) => AmountText.TryParse(text, Order?.Currency ?? Currency.Xof, out var minor) ? minor : null;

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
