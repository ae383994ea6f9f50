using FsCheck.Fluent;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Orders;
using WaSaas.Domain.Tests.Delivery;

namespace WaSaas.Domain.Tests.Orders;

public sealed class PaymentTests
{
    [Theory]
    [InlineData(28_915, 25, 28_900, 15)]
    [InlineData(28_900, 25, 28_900, 0)]
    [InlineData(28_915, 1, 28_915, 0)]
    [InlineData(28_915, 0, 28_915, 0)]
    [InlineData(3_999, 500, 3_500, 499)]
    [InlineData(20, 25, 20, 0)] // never a present
    [InlineData(0, 25, 0, 0)]
    public void Cash_is_rounded_down_to_the_step(long due, long step, long collect, long off) =>
        Assert.Equal(new CashAmount(collect, off), CashAmount.Of(due, step));

    [Fact]
    public void Rounding_favours_the_customer_by_less_than_a_step_and_adds_up() => Prop.ForAll(
        Gen.Choose(0, 2_000_000).Zip(Gen.Elements(1, 5, 25, 50, 100, 500)).ToArbitrary(), pair =>
        {
            var (due, step) = pair;
            var cash = CashAmount.Of(due, step);
            return cash.Collect + cash.RoundedOff == due && cash.RoundedOff >= 0 && cash.RoundedOff < step
                && (cash.Collect % step == 0 || due < step) && (cash.Collect > 0 || due == 0);
        }).Holds(2_000);

    [Theory]
    [InlineData("fr", "Arrondi en votre faveur pour un paiement en espèces : 28900 au lieu de 28915.")]
    [InlineData("en", "Rounded down in your favour for cash: 28900 instead of 28915.")]
    public void Rounding_is_said(string language, string sentence) =>
        Assert.Equal(sentence, CashAmount.Of(28_915, 25).Say(language, minor => minor.ToString("0", null)));

    [Fact]
    public void Nothing_is_said_when_nothing_was_rounded() => Assert.Equal("", CashAmount.Of(28_900, 25).Say("fr", _ => "?"));

    [Fact]
    public void A_receipt_is_to_be_checked_and_never_pays()
    {
        var order = Sale.Confirmed();

        Assert.True(order.NoteReceipt(Id.New<MessageId>()).IsOk);
        Assert.Equal((PaymentState.ReceiptToCheck, 28_915L), (order.Payment.State, order.Payment.Due));
        Assert.True(order.RejectReceipt().IsOk);
        Assert.Equal(PaymentState.Unpaid, order.Payment.State);
        Assert.Equal(OrderErrors.NoReceipt, order.RejectReceipt().Error);
    }

    [Fact]
    public void Pictures_of_one_payment_are_kept_once_each_and_the_latest_few()
    {
        var order = Sale.Confirmed();
        MessageId[] pictures = [.. Enumerable.Range(0, Payment.MostReceipts + 2).Select(_ => Id.New<MessageId>())];

        Assert.All(pictures.Append(pictures[^1]), picture => Assert.True(order.NoteReceipt(picture).IsOk));

        Assert.Equal(pictures[2..], order.Payment.Receipts);
        Assert.Equal(order.Payment, order.Payment with { Receipts = [.. pictures[2..]] });
        Assert.NotEqual(order.Payment, order.Payment with { Receipts = pictures[..1] });
        order.RejectReceipt();
        Assert.Empty(order.Payment.Receipts);
    }

    [Fact]
    public void A_deposit_lowers_what_is_collected_and_a_rejected_receipt_keeps_it()
    {
        var order = Sale.Confirmed();

        Assert.True(order.RecordPayment(5_000).IsOk);
        Assert.Equal((PaymentState.PartlyPaid, 23_915L, 23_900L), (order.Payment.State, order.Payment.Due, order.Payment.AtTheDoor.Collect));
        order.NoteReceipt(Id.New<MessageId>());
        order.RejectReceipt();
        Assert.Equal(PaymentState.PartlyPaid, order.Payment.State);
    }

    [Fact]
    public void Cash_at_the_door_pays_the_order_with_its_rounding()
    {
        var order = Sale.Confirmed();

        Assert.True(order.RecordCashCollected().IsOk);

        Assert.Equal((PaymentState.Paid, 28_900L, 15L, 0L), (order.Payment.State, order.Payment.Received, order.Payment.RoundedOff, order.Payment.Due));
        Assert.Equal(OrderErrors.AlreadyPaid, order.RecordCashCollected().Error);
        Assert.Equal(OrderErrors.AlreadyPaid, order.RecordPayment(1).Error);
        Assert.Equal(OrderErrors.AlreadyPaid, order.NoteReceipt(Id.New<MessageId>()).Error);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(28_916)]
    public void Impossible_payments_are_refused(long amount) => Assert.Equal(OrderErrors.PaymentRange, Sale.Confirmed().RecordPayment(amount).Error);

    [Fact]
    public void Change_is_brought_for_the_customers_note()
    {
        var order = Sale.Confirmed();

        Assert.Equal(OrderErrors.NoteTooSmall, order.WillPayWith(28_899).Error);
        Assert.True(order.WillPayWith(30_000).IsOk);
        Assert.Equal(1_100, order.Payment.ChangeToBring);
        Assert.True(order.WillPayWith(28_900).IsOk);
        Assert.Null(order.Payment.ChangeToBring);
    }

    [Fact]
    public void The_rest_is_rounded_in_cash_and_exact_over_the_phone()
    {
        var cash = new Payment(PaymentMethod.Cash, PaymentState.Unpaid, Total: 28_915, CashStep: 25).WithTheRest().Value!;
        var mobile = new Payment(PaymentMethod.MobileMoney, PaymentState.Unpaid, Total: 28_915, CashStep: 25).WithTheRest().Value!;

        Assert.Equal((PaymentState.Paid, 28_900L, 15L), (cash.State, cash.Received, cash.RoundedOff));
        Assert.Equal((PaymentState.Paid, 28_915L, 0L), (mobile.State, mobile.Received, mobile.RoundedOff));
    }

    [Fact]
    public void Delivery_and_payment_are_apart()
    {
        var order = Sale.In(OrderStatus.Delivered);
        Assert.Equal(PaymentState.Unpaid, order.Payment.State);

        Assert.True(order.RecordCashCollected().IsOk);

        Assert.Equal((OrderStatus.Delivered, PaymentState.Paid), (order.Status, order.Payment.State));
    }

    [Fact]
    public void A_cancelled_order_takes_no_money_and_gives_back_what_it_had()
    {
        var order = Sale.Confirmed();
        order.RecordPayment(5_000);
        Assert.Equal(OrderErrors.RefundOpen, order.Refund().Error);

        order.Cancel(Sale.Afi, null, Sale.Noon);

        Assert.Equal(OrderErrors.NotPayable, order.RecordPayment(1_000).Error);
        Assert.True(order.Refund().IsOk);
        Assert.Equal((PaymentState.Refunded, 0L), (order.Payment.State, order.Payment.Due));
        Assert.Equal(OrderErrors.NothingPaid, order.Refund().Error);
    }

    [Fact]
    public void A_draft_takes_no_money() => Assert.Equal(OrderErrors.NotPayable, Sale.In(OrderStatus.Draft).RecordPayment(100).Error);

    [Fact]
    public void A_free_order_is_paid_from_the_start() => Assert.Equal(PaymentState.Paid, Payment.Of(PaymentMethod.Cash, 0, 25).State);

    [Fact]
    public void Whatever_is_paid_the_parts_add_up_to_the_total() => Prop.ForAll(
        Gen.Choose(-100, 12_000).Zip(Gen.Choose(0, 4)).ListOf().ToArbitrary(), deeds =>
        {
            var payment = Payment.Of(PaymentMethod.Cash, 28_915, 25);
            foreach (var (amount, kind) in deeds)
            {
                payment = (kind switch
                {
                    0 => payment.WithCashCollected(),
                    1 => payment.WithReceipt(Id.New<MessageId>()),
                    2 => payment.WithoutReceipt(),
                    _ => payment.WithPayment(amount),
                }).Value ?? payment;
            }

            return payment.Received + payment.RoundedOff + payment.Due == 28_915 && payment.Due >= 0 && payment.RoundedOff < 25
                && payment.State == PaymentState.Paid == (payment.Due == 0);
        }).Holds(1_000);
}
