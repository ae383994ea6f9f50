using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Domain.Orders;

public readonly record struct OrderId(Guid Value) : IId<OrderId>
{
    public static OrderId From(Guid value) => new(value);
}

/// <summary>A sale: its parcel moves through <see cref="OrderTransitions"/>, its money through <see cref="Payment"/>.</summary>
public sealed class Order : AggregateRoot, ITenantOwned
{
    private Order()
    {
    }

    public TenantId TenantId { get; private set; }

    public OrderId Id { get; private set; }

    /// <summary>Counts up in the shop; what people call the order by.</summary>
    public int Number { get; private set; }

    public ContactId ContactId { get; private set; }

    public ConversationId ConversationId { get; private set; }

    public RecapId RecapId { get; private set; }

    public Currency Currency { get; private set; } = Currency.Xof;

    public IReadOnlyList<OrderLine> Lines { get; private set; } = [];

    /// <summary>The quote that the fee comes from.</summary>
    public Delivery.QuoteId QuoteId { get; private set; }

    public DeliveryPlace Place { get; private set; } = DeliveryPlace.Nowhere;

    public Recipient Recipient { get; private set; } = Recipient.Nobody;

    public long Goods { get; private set; }

    public long Fee { get; private set; }

    public OrderStatus Status { get; private set; }

    public Payment Payment { get; private set; } = Payment.Of(PaymentMethod.Cash, 0, 1);

    /// <summary>Made in the simulator: the shop neither sees it nor takes pieces for it.</summary>
    public bool IsTest { get; private set; }

    /// <summary>Its pieces are off the shelves.</summary>
    public bool HoldsStock { get; private set; }

    /// <summary>Each state with its time, oldest first.</summary>
    public IReadOnlyList<OrderStep> Steps { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public string? CancelReason { get; private set; }

    /// <summary>Counts up with each change: two people who work on the same order notice each other.</summary>
    public int Version { get; private set; }

    public long Total => Goods + Fee;

    /// <summary>It was confirmed, and money of it is still to come.</summary>
    public bool AwaitsMoney => Status is not (OrderStatus.Draft or OrderStatus.Cancelled) && Payment.Due > 0;

    public static Order Draft(Recap recap, int number, DateTimeOffset at, bool isTest = false) => new()
    {
        TenantId = recap.TenantId,
        Id = Common.Id.New<OrderId>(),
        Number = number,
        ContactId = recap.ContactId,
        ConversationId = recap.ConversationId,
        RecapId = recap.Id,
        Currency = recap.Currency,
        Lines = recap.Lines,
        QuoteId = recap.QuoteId,
        Place = recap.Place,
        Recipient = recap.Recipient,
        Goods = recap.Goods,
        Fee = recap.Fee,
        Status = OrderStatus.Draft,
        IsTest = isTest,
        CreatedAt = at,
        Payment = Payment.Of(recap.Method, recap.Total, recap.CashStep),
        Steps = [new OrderStep(OrderStatus.Draft, at, null)],
    };

    /// <summary>Two contacts turned out to be one person.</summary>
    public void BelongTo(ContactId contact, ConversationId conversation) => (ContactId, ConversationId) = (contact, conversation);

    /// <summary>The customer said yes. Takes stock, uses up the recap and the offers; or changes nothing.</summary>
    /// <returns>The moves to store in the same transaction; see <see cref="Stock"/>.</returns>
    public Result<StockMove[]> Confirm(OrderConfirmation confirmation, DateTimeOffset at)
    {
        if (!OrderTransitions.Allows(Status, OrderStatus.Confirmed))
        {
            return OrderErrors.NotFrom(Status, OrderStatus.Confirmed);
        }

        var check = confirmation.Check(this, at);
        var moves = check.IsOk ? Stock.TakeAll(Lines, confirmation.OnHand) : check.Error!;
        if (moves.IsOk)
        {
            HoldsStock = true;
            confirmation.UseUp(this);
            Move(OrderStatus.Confirmed, null, at);
        }

        return moves;
    }

    public Result StartPreparing(UserId by, DateTimeOffset at) => TryMove(OrderStatus.Preparing, by, at);

    public Result SendOut(UserId by, DateTimeOffset at) => TryMove(OrderStatus.OutForDelivery, by, at);

    public Result Deliver(UserId by, DateTimeOffset at) => TryMove(OrderStatus.Delivered, by, at);

    /// <param name="by">Who; null = the customer.</param>
    /// <param name="reason">For the shop's eyes.</param>
    /// <param name="at">Now.</param>
    /// <returns>The moves that put the pieces back, once.</returns>
    public Result<StockMove[]> Cancel(UserId? by, string? reason, DateTimeOffset at)
    {
        var moved = TryMove(OrderStatus.Cancelled, by, at);
        if (!moved.IsOk)
        {
            return moved.Error!;
        }

        StockMove[] back = HoldsStock ? Stock.MovesOf(Lines) : [];
        (HoldsStock, CancelReason) = (false, reason);
        return back;
    }

    /// <summary>A picture of a receipt came in: to be checked, never paid by that.</summary>
    public Result NoteReceipt(MessageId picture) => Pay(Payment.WithReceipt(picture));

    public Result RejectReceipt() => Pay(Payment.WithoutReceipt());

    public Result RecordPayment(long amount) => Pay(Payment.WithPayment(amount));

    public Result RecordCashCollected() => Pay(Payment.WithCashCollected());

    public Result RecordTheRest() => Pay(Payment.WithTheRest());

    public Result WillPayWith(long tendered) => Pay(Payment.WithNote(tendered));

    public Result Refund() => Status == OrderStatus.Cancelled ? Change(Payment.GivenBack()) : OrderErrors.RefundOpen;

    private Result Pay(Result<Payment> changed) =>
        Status is OrderStatus.Draft or OrderStatus.Cancelled ? OrderErrors.NotPayable : Change(changed);

    private Result Change(Result<Payment> changed)
    {
        if (changed.Value is not { } payment)
        {
            return changed.Error!;
        }

        var state = Payment.State;
        Payment = payment;
        Version++;
        if (payment.State != state)
        {
            Raise(new OrderPaymentChanged(TenantId, Id, payment.State));
        }

        return Result.Ok;
    }

    private Result TryMove(OrderStatus to, UserId? by, DateTimeOffset at)
    {
        if (!OrderTransitions.Allows(Status, to))
        {
            return OrderErrors.NotFrom(Status, to);
        }

        Move(to, by, at);
        return Result.Ok;
    }

    private void Move(OrderStatus to, UserId? by, DateTimeOffset at)
    {
        var from = Status;
        Status = to;
        Steps = [.. Steps, new OrderStep(to, at, by)];
        Version++;
        Raise(new OrderMoved(TenantId, Id, from, to));
    }
}
