using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Orders;

/// <summary>The parcel moves on: preparing, out for delivery, delivered. Cancelling is <see cref="CancelOrder"/>.</summary>
/// <param name="Id">Which order.</param>
/// <param name="Version">The version that was on screen.</param>
/// <param name="To">The next state.</param>
public sealed record MoveOrder(OrderId Id, int Version, OrderStatus To) : ICommand<Result>;

/// <summary>Puts the pieces back, once.</summary>
public sealed record CancelOrder(OrderId Id, int Version, string? Reason) : ICommand<Result>;

/// <summary>Money came in.</summary>
/// <param name="Id">Which order.</param>
/// <param name="Version">The version that was on screen.</param>
/// <param name="Amount">Minor units; null = all that was to be paid, rounded when it is cash.</param>
public sealed record RecordOrderPayment(OrderId Id, int Version, long? Amount) : ICommand<Result>;

/// <summary>The note that the customer will pay with, so that the rider brings change.</summary>
public sealed record NoteTender(OrderId Id, int Version, long Tendered) : ICommand<Result>;

/// <summary>The vendor looked at her account: the money of the receipt did not arrive.</summary>
public sealed record RejectReceipt(OrderId Id, int Version) : ICommand<Result>;

/// <summary>The money of a cancelled order was given back.</summary>
public sealed record RefundOrder(OrderId Id, int Version) : ICommand<Result>;

internal sealed class ChangeOrderHandler(IAppDbContext db, ICurrentUser user, TimeProvider clock)
    : ICommandHandler<MoveOrder, Result>, ICommandHandler<CancelOrder, Result>, ICommandHandler<RecordOrderPayment, Result>,
        ICommandHandler<NoteTender, Result>, ICommandHandler<RejectReceipt, Result>, ICommandHandler<RefundOrder, Result>
{
    public Task<Result> Handle(MoveOrder command, CancellationToken cancellationToken) => ChangeAsync(
        command.Id,
        command.Version,
        order => Task.FromResult(command.To switch
        {
            OrderStatus.Preparing => order.StartPreparing(Person, clock.GetUtcNow()),
            OrderStatus.OutForDelivery => order.SendOut(Person, clock.GetUtcNow()),
            OrderStatus.Delivered => order.Deliver(Person, clock.GetUtcNow()),
            _ => OrderErrors.NotFrom(order.Status, command.To),
        }),
        cancellationToken);

    public Task<Result> Handle(CancelOrder command, CancellationToken cancellationToken) => ChangeAsync(
        command.Id,
        command.Version,
        async order =>
        {
            var back = order.Cancel(Person, command.Reason, clock.GetUtcNow());
            (await Shelves.OfAsync(db, order.Lines, cancellationToken)).PutBack(back.Value ?? []);
            return new Result(back.Error);
        },
        cancellationToken);

    public Task<Result> Handle(RecordOrderPayment command, CancellationToken cancellationToken) => ChangeAsync(
        command.Id,
        command.Version,
        order => Task.FromResult(command.Amount is { } amount ? order.RecordPayment(amount) : order.RecordTheRest()),
        cancellationToken);

    public Task<Result> Handle(NoteTender command, CancellationToken cancellationToken) =>
        ChangeAsync(command.Id, command.Version, order => Task.FromResult(order.WillPayWith(command.Tendered)), cancellationToken);

    public Task<Result> Handle(RejectReceipt command, CancellationToken cancellationToken) =>
        ChangeAsync(command.Id, command.Version, order => Task.FromResult(order.RejectReceipt()), cancellationToken);

    public Task<Result> Handle(RefundOrder command, CancellationToken cancellationToken) =>
        ChangeAsync(command.Id, command.Version, order => Task.FromResult(order.Refund()), cancellationToken);

    private UserId Person => user.Id ?? throw new InvalidOperationException("Only a person of the shop changes an order.");

    private async Task<Result> ChangeAsync(OrderId id, int version, Func<Order, Task<Result>> change, CancellationToken ct)
    {
        var order = await db.Orders.SingleOrDefaultAsync(o => o.Id == id && !o.IsTest, ct);
        if (order is null)
        {
            return Error.NotFound;
        }

        return order.Version == version ? await change(order) : Error.EditedElsewhere;
    }
}
