using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Domain.Orders;

public enum PaymentMethod
{
    Cash = 1,
    MobileMoney = 2,
}

public enum PaymentState
{
    Unpaid = 1,

    /// <summary>The customer sent a receipt. A picture proves nothing: the vendor looks at her account.</summary>
    ReceiptToCheck = 2,
    PartlyPaid = 3,
    Paid = 4,
    Refunded = 5,
}

/// <summary>The money of an order, apart from where its parcel is. Amounts in minor units.</summary>
/// <param name="Method">How the rest is paid.</param>
/// <param name="State">How far it is.</param>
/// <param name="Total">Goods and fee.</param>
/// <param name="CashStep">The shop's smallest coin, in effect; 1 = exact.</param>
/// <param name="Received">Deposits, transfers and cash.</param>
/// <param name="RoundedOff">Given away by rounding cash.</param>
/// <param name="Tendered">The note the customer says she will pay with.</param>
public sealed record Payment(
    PaymentMethod Method, PaymentState State, long Total, long CashStep, long Received = 0, long RoundedOff = 0, long? Tendered = null)
{
    public const int MostReceipts = 5;

    /// <summary>The messages whose pictures are said to show a payment, the latest last; what was rejected is not among them.</summary>
    public IReadOnlyList<MessageId> Receipts { get; init; } = [];

    public long Due => State == PaymentState.Refunded ? 0 : Total - Received - RoundedOff;

    /// <summary>At the door: what is due, in cash rounded in the customer's favour.</summary>
    public CashAmount AtTheDoor => Method == PaymentMethod.Cash ? CashAmount.Of(Due, CashStep) : new CashAmount(Due, 0);

    public long? ChangeToBring => Tendered - AtTheDoor.Collect is { } change and > 0 ? change : null;

    /// <summary>A free order is paid from the start.</summary>
    public static Payment Of(PaymentMethod method, long total, long cashStep) =>
        new(method, total == 0 ? PaymentState.Paid : PaymentState.Unpaid, total, cashStep);

    public Result<Payment> WithReceipt(MessageId picture) => Due == 0
        ? OrderErrors.AlreadyPaid
        : this with { State = PaymentState.ReceiptToCheck, Receipts = [.. Receipts.Where(known => known != picture).Append(picture).TakeLast(MostReceipts)] };

    public Result<Payment> WithoutReceipt() => State == PaymentState.ReceiptToCheck
        ? this with { State = Received > 0 ? PaymentState.PartlyPaid : PaymentState.Unpaid, Receipts = [] }
        : OrderErrors.NoReceipt;

    /// <summary>The vendor saw this money arrive.</summary>
    public Result<Payment> WithPayment(long amount)
    {
        if (Due == 0)
        {
            return OrderErrors.AlreadyPaid;
        }

        if (amount <= 0 || amount > Due)
        {
            return OrderErrors.PaymentRange;
        }

        return this with { Received = Received + amount, State = amount == Due ? PaymentState.Paid : PaymentState.PartlyPaid };
    }

    /// <summary>All that was to be paid arrived, in the way that was agreed.</summary>
    public Result<Payment> WithTheRest() => Method == PaymentMethod.Cash ? WithCashCollected() : WithPayment(Due);

    /// <summary>The rider brought the cash.</summary>
    public Result<Payment> WithCashCollected()
    {
        if (Due == 0)
        {
            return OrderErrors.AlreadyPaid;
        }

        var cash = CashAmount.Of(Due, CashStep);
        return this with { Received = Received + cash.Collect, RoundedOff = RoundedOff + cash.RoundedOff, State = PaymentState.Paid };
    }

    public Result<Payment> WithNote(long tendered) => Due == 0 ? OrderErrors.AlreadyPaid
        : tendered < AtTheDoor.Collect ? OrderErrors.NoteTooSmall
        : this with { Tendered = tendered };

    public Result<Payment> GivenBack() => Received > 0 && State != PaymentState.Refunded
        ? this with { State = PaymentState.Refunded }
        : OrderErrors.NothingPaid;

    /// <summary>A value: two lists of the same pictures are the same.</summary>
    public bool Equals(Payment? other) => other is not null
        && (Method, State, Total, CashStep) == (other.Method, other.State, other.Total, other.CashStep)
        && (Received, RoundedOff, Tendered) == (other.Received, other.RoundedOff, other.Tendered)
        && Receipts.SequenceEqual(other.Receipts);

    public override int GetHashCode() => HashCode.Combine(Method, State, Total, CashStep, Received, RoundedOff, Tendered, Receipts.Count);
}
