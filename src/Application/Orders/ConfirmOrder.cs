using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Orders;

/// <summary>The customer said yes to a summary: the order, and its pieces off the shelves, in one transaction; or nothing.</summary>
public sealed record ConfirmOrder(RecapId RecapId, CustomerAnswer Answer) : ICommand<Result<OrderId>>;

internal sealed class ConfirmOrderHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<ConfirmOrder, Result<OrderId>>
{
    public async Task<Result<OrderId>> Handle(ConfirmOrder command, CancellationToken cancellationToken)
    {
        var recap = await db.Recaps.SingleOrDefaultAsync(r => r.Id == command.RecapId, cancellationToken);
        if (recap is null)
        {
            return Error.NotFound;
        }

        // After a yes the cart is empty; that says less than that the order is there already.
        if (recap.OrderId is not null)
        {
            return RecapErrors.Used;
        }

        var now = clock.GetUtcNow();
        var contents = await CartContents.OfAsync(db, recap.ConversationId, cancellationToken);
        var current = contents?.Recap(await db.RecapTermsAsync(recap.Method, cancellationToken), now).Value;
        return current is null ? RecapErrors.Changed : await ConfirmAsync(command.Answer, recap, current, contents!, now, cancellationToken);
    }

    private async Task<Result<OrderId>> ConfirmAsync(
        CustomerAnswer answer, Recap recap, Recap current, CartContents contents, DateTimeOffset now, CancellationToken ct)
    {
        var shelves = await Shelves.OfAsync(db, recap.Lines, ct);
        var number = (await db.Orders.Where(o => !o.IsTest).MaxAsync(o => (int?)o.Number, ct) ?? 0) + 1;
        var order = Order.Draft(recap, number, now);
        var moves = order.Confirm(new OrderConfirmation(recap, current, answer, contents.Offers, shelves.Count), now);
        var taken = moves.Value is { } take ? shelves.Take(take) : moves.Error!;
        if (taken.Error is { } error)
        {
            return error;
        }

        contents.Cart.Clear(now);
        db.Orders.Add(order);
        return order.Id;
    }
}
