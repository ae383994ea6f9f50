using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Assistant;
using WaSaas.Application.Conversations;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Orders;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>A picture is never proof of payment: the vendor checks it, and the customer is told so.</summary>
public sealed class PictureReceiptTests
{
    [Theory]
    [InlineData("j'ai payé")]
    [InlineData("Voici le reçu")]
    [InlineData("c'est bon j'ai envoyé l'argent sur votre tmoney")]
    [InlineData("preuve de paiement")]
    [InlineData("Paiement effectué ✅")]
    [InlineData("I have paid")]
    public async Task A_picture_that_is_said_to_show_a_payment_is_to_be_checked_by_the_vendor(string words)
    {
        await using var trade = await OrderedAsync();

        await trade.ShowAsync(words, []);

        var order = Assert.Single(await trade.OrdersAsync());
        var picture = await PictureAsync(trade);
        Assert.Equal((PaymentState.ReceiptToCheck, 0L), (order.Payment.State, order.Payment.Received));
        Assert.Equal([picture.Id], order.Payment.Receipts);
        var said = trade.Last!.Texts[0];
        Assert.True(said.Contains("va vérifier le paiement", StringComparison.Ordinal) || said.Contains("check the payment", StringComparison.Ordinal), said);
        Assert.Contains($" {order.Number}", said, StringComparison.Ordinal);
        Assert.Null(trade.Last!.HandOffReason);
        Assert.Equal(0, trade.Model.Rounds);
    }

    [Fact]
    public async Task The_vendor_is_told_in_the_thread_and_by_mail_and_the_assistant_answers_on()
    {
        await using var trade = await OrderedAsync();

        var conversation = await trade.ShowAsync("j'ai payé", []);

        var thread = await trade.Shop.ReadAsync(db => db.Messages.AsNoTracking().Where(m => m.ConversationId == conversation).OrderBy(m => m.Sequence).ToListAsync());
        Assert.Equal([MessageAuthor.Customer, MessageAuthor.System, MessageAuthor.Assistant], thread.TakeLast(3).Select(m => m.Author));
        Assert.Equal(Remarks.ReceiptToCheck, thread[^2].Text);
        var stored = await trade.Shop.ReadAsync(db => db.Conversations.AsNoTracking().SingleAsync());
        Assert.NotNull(stored.AlertDueAt);
        Assert.Equal(Responder.Assistant, stored.Responder);
    }

    [Fact]
    public async Task A_picture_without_words_for_an_order_that_is_paid_at_the_door_is_asked_about_and_her_word_counts()
    {
        await using var trade = await OrderedAsync();

        await trade.ShowAsync(null, []);
        Assert.Contains("le paiement de la commande", trade.Last!.Texts[0], StringComparison.Ordinal);
        Assert.Equal(PaymentState.Unpaid, Assert.Single(await trade.OrdersAsync()).Payment.State);
        await trade.SayAsync("c'est le paiement", []);

        var order = Assert.Single(await trade.OrdersAsync());
        Assert.Equal(PaymentState.ReceiptToCheck, order.Payment.State);
        Assert.Equal([(await PictureAsync(trade)).Id], order.Payment.Receipts);
    }

    [Fact]
    public async Task A_picture_without_words_for_an_order_that_is_paid_by_transfer_is_hardly_anything_else()
    {
        await using var trade = await OrderedAsync(PaymentMethod.MobileMoney);

        await trade.ShowAsync(null, []);

        Assert.Equal(PaymentState.ReceiptToCheck, Assert.Single(await trade.OrdersAsync()).Payment.State);
        Assert.Contains("autre chose", trade.Last!.Texts[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vous avez ça en rouge ?")]
    [InlineData("je n'ai pas encore payé")]
    [InlineData("livrez ici svp")]
    public async Task Other_words_make_no_receipt_of_a_picture(string words)
    {
        await using var trade = await OrderedAsync();

        await trade.ShowAsync(words, []);

        Assert.Equal(PaymentState.Unpaid, Assert.Single(await trade.OrdersAsync()).Payment.State);
    }

    [Fact]
    public async Task Who_paid_and_got_nothing_is_a_complaint_and_no_receipt()
    {
        await using var trade = await OrderedAsync();

        await trade.ShowAsync("j'ai payé mais je n'ai pas reçu ma commande", []);

        Assert.Equal(PaymentState.Unpaid, Assert.Single(await trade.OrdersAsync()).Payment.State);
    }

    [Fact]
    public async Task A_payment_that_no_order_waits_for_is_a_matter_for_a_person()
    {
        await using var trade = await Trade.OpenAsync();

        await trade.ShowAsync("j'ai payé", []);

        Assert.Equal("payment", trade.Last!.HandOffReason);
        Assert.DoesNotContain("vérifier le paiement", trade.Last.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_customers_order_is_not_hers_to_pay()
    {
        await using var trade = await OrderedAsync();

        await trade.ShowAsync("j'ai payé la commande 1", [], from: "ama@lid");

        Assert.Equal(PaymentState.Unpaid, Assert.Single(await trade.OrdersAsync()).Payment.State);
        Assert.Equal("payment", trade.Last!.HandOffReason);
    }

    [Fact]
    public async Task An_order_that_is_paid_while_the_answer_is_planned_takes_no_receipt_and_the_turn_is_planned_anew()
    {
        await using var trade = await OrderedAsync();
        trade.Installation.Clock.Advance(TimeSpan.FromMinutes(1));
        var conversation = (await trade.Shop.SendAsync(new ReceiveMessage(
            Channel.WhatsApp, trade.Shop.Session, "picture-1", "kossi@lid", [new Address(AddressKind.Lid, "kossi@lid")], null, "Kossi", false,
            new MessageContent(MessageKind.Image, "j'ai payé") { File = "picture.jpg" }, trade.Installation.Clock.GetUtcNow()))).ConversationId;
        trade.Installation.Clock.Advance(TimeSpan.FromSeconds(20));
        var claimed = (await trade.Shop.SendAsync(new ClaimTurn(conversation)))!;
        var planned = await trade.Shop.UseAsync<IAssistant, AssistantAnswer>(assistant => assistant.AnswerAsync(claimed.Context, TestContext.Current.CancellationToken));
        await trade.Shop.SaveAsync(db => Assert.True(db.Orders.Single().RecordTheRest().IsOk));

        var stored = await trade.Shop.SendAsync(new CommitTurn(conversation, claimed.Turn, planned));

        Assert.Equal(Error.EditedElsewhere, stored.Error);
        var order = Assert.Single(await trade.OrdersAsync());
        Assert.Equal(PaymentState.Paid, order.Payment.State);
        Assert.Empty(order.Payment.Receipts);
        Assert.False(await trade.Shop.ReadAsync(db => db.Messages.AnyAsync(m => m.Author == MessageAuthor.System)));
    }

    [Fact]
    public async Task A_simulation_notes_the_receipt_of_its_own_test_order_and_alerts_nobody()
    {
        await using var trade = await Trade.OpenAsync();
        await trade.SimulateOrderAsync("sim");
        await trade.SimulateAsync("sim", "oui je confirme", Trade.Steps(ScriptedModel.Calls("confirm_order", ("recap_id", (await trade.LastRecapAsync("sim")).Id.Value.ToString()))));

        await trade.SimulateAsync("sim", [new MessageContent(MessageKind.Image, "j'ai payé")], []);

        var order = Assert.Single(await trade.OrdersAsync());
        Assert.True(order.IsTest);
        Assert.Equal(PaymentState.ReceiptToCheck, order.Payment.State);
        Assert.Null((await trade.Shop.ReadAsync(db => db.Conversations.AsNoTracking().SingleAsync())).AlertDueAt);
    }

    private static async Task<Trade> OrderedAsync(PaymentMethod method = PaymentMethod.Cash)
    {
        var trade = await Trade.OpenAsync();
        await trade.OrderAsync();
        await trade.ConfirmAsync();
        if (method != PaymentMethod.Cash)
        {
            await trade.Shop.SaveAsync(db =>
            {
                var order = db.Orders.Single();
                db.Entry(order).Property(o => o.Payment).CurrentValue = order.Payment with { Method = method };
            });
        }

        return trade;
    }

    private static Task<Message> PictureAsync(Trade trade) => trade.Shop.ReadAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.Kind == MessageKind.Image));
}
