using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Conversations;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Orders;
using static WaSaas.Application.Tests.Assistants.ScriptedModel;
using static WaSaas.Application.Tests.Assistants.Trade;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>From a first word to an order, through the whole turn over a real database.</summary>
public sealed class TradeTurnTests
{
    [Fact]
    public async Task A_customer_orders_what_was_agreed_after_a_yes_to_the_summary()
    {
        await using var trade = await OpenAsync();
        await trade.SayAsync("je donne 15 000 pour le bazin", Steps(Haggle("offer", 15_000)));
        await trade.SayAsync("ok d'accord", Steps(Haggle("accept")));
        await trade.OrderAsync();
        var conversation = await trade.ConfirmAsync();

        var order = Assert.Single(await trade.OrdersAsync());
        Assert.Equal((1, OrderStatus.Confirmed, 1_500L, false), (order.Number, order.Status, order.Fee, order.IsTest));
        Assert.InRange(order.Goods, 14_000, 15_500);
        Assert.Equal(7, await trade.StockOfAsync("bazin-riche"));
        var texts = (await trade.Shop.ThreadAsync(conversation)).Messages.Where(m => m.Author == MessageAuthor.Assistant).Select(m => m.Text!).ToList();
        Assert.Contains(texts, text => text.Contains("Total", StringComparison.Ordinal) && text.Contains("Je confirme votre commande", StringComparison.Ordinal));
        Assert.Contains("Votre commande n° 1 est confirmée", texts[^1], StringComparison.Ordinal);
        var agreement = (await trade.Shop.ReadAsync(db => db.Negotiations.SingleAsync())).Agreements.Single();
        Assert.Equal((AgreementStatus.Used, order.Goods), (agreement.Status, agreement.Amount));
    }

    [Theory]
    [InlineData("je ne veux pas confirmer")]
    [InlineData("oui mais c'est combien la livraison ?")]
    public async Task Without_a_clear_yes_nothing_is_ordered(string answer)
    {
        await using var trade = await OpenAsync();
        await trade.OrderAsync();

        await trade.ConfirmAsync(answer);

        Assert.Contains("not_affirmed", trade.ResultOf("confirm_order"), StringComparison.Ordinal);
        Assert.Empty(await trade.OrdersAsync());
        Assert.Equal(8, await trade.StockOfAsync("bazin-riche"));
    }

    [Fact]
    public async Task A_yes_before_the_summary_left_is_no_yes()
    {
        await using var trade = await OpenAsync();
        var conversation = await trade.SayAsync("bonjour", []);
        trade.Installation.Network.Answer = _ => new(SendResult.NotConnected);
        await trade.OrderAsync();

        await trade.ConfirmAsync();

        Assert.Contains("recap_not_sent", trade.ResultOf("confirm_order"), StringComparison.Ordinal);
        Assert.Empty(await trade.OrdersAsync());
        Assert.Null((await trade.LastRecapAsync()).SentSequence);
        Assert.NotEqual(default, conversation);
    }

    [Fact]
    public async Task A_summary_of_yesterday_or_of_another_cart_is_not_confirmed()
    {
        await using var trade = await OpenAsync();
        await trade.OrderAsync();
        await trade.SayAsync("finalement 2", Steps(Cart("set", "bazin-riche", 2)));
        await trade.ConfirmAsync();
        Assert.Contains("recap_changed", trade.ResultOf("confirm_order"), StringComparison.Ordinal);

        await trade.SayAsync("le total ?", Steps(Calls("recap_order")));
        trade.Installation.Clock.Advance(TimeSpan.FromHours(25));
        await trade.ConfirmAsync();

        Assert.Matches("recap_(expired|changed)", trade.ResultOf("confirm_order"));
        Assert.Empty(await trade.OrdersAsync());
    }

    [Fact]
    public async Task What_the_customer_did_not_say_is_not_taken_for_hers()
    {
        await using var trade = await OpenAsync();

        await trade.SayAsync("c'est trop cher", Steps(Haggle("offer", 9_000)));
        Assert.Contains("offer_not_in_message", trade.ResultOf("propose_price"), StringComparison.Ordinal);

        await trade.SayAsync("je m'appelle Afi", Steps(Calls("set_customer", ("name", "Ama"), ("phone", "91 11 11 11"))));
        Assert.Contains("name_not_in_message", trade.ResultOf("set_customer"), StringComparison.Ordinal);

        await trade.SayAsync("livrez chez moi", Steps(Calls("quote_delivery", ("place_text", "Tokoin"))));
        Assert.Contains("place_not_in_message", trade.ResultOf("quote_delivery"), StringComparison.Ordinal);
        Assert.Empty(await trade.Shop.ReadAsync(db => db.DeliveryQuotes.ToListAsync()));
    }

    [Fact]
    public async Task The_same_call_twice_in_a_turn_adds_once()
    {
        await using var trade = await OpenAsync();

        await trade.SayAsync("le bazin", Steps(Cart("add", "bazin-riche"), Calls("set_cart", ("quantity", 1), ("sku", "bazin-riche"), ("op", "add"))));

        var line = Assert.Single((await trade.Shop.ReadAsync(db => db.Carts.SingleAsync())).Lines);
        Assert.Equal(1, line.Quantity);
    }

    [Fact]
    public async Task The_fee_follows_the_cart_and_the_change_is_told()
    {
        await using var trade = await OpenAsync();
        await trade.OrderAsync();

        await trade.SayAsync("j'en veux 3", Steps(Cart("set", "bazin-riche", 3)));

        Assert.Contains("\"fee_before\":{\"minor\":1500", trade.ResultOf("set_cart"), StringComparison.Ordinal);
        Assert.Contains("\"total\":{\"minor\":47250", trade.ResultOf("set_cart"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_similar_place_is_asked_about_and_the_yes_gives_the_fee()
    {
        await using var trade = await OpenAsync();
        await trade.SayAsync("livraison à Tokoinn ?", Steps(Calls("quote_delivery", ("place_text", "livraison à Tokoinn"))));
        Assert.Contains("confirm_place", trade.ResultOf("quote_delivery"), StringComparison.Ordinal);

        await trade.SayAsync("oui", Steps(Calls("quote_delivery", ("confirmed_zone", "Tokoin"), ("is_address", true))));

        Assert.Contains("\"fee\":{\"minor\":1500", trade.ResultOf("quote_delivery"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_with_variants_asks_which_one()
    {
        await using var trade = await OpenAsync();
        await trade.SayAsync("un foulard", Steps(Cart("add", "foulard")));
        Assert.Contains("variant_needed", trade.ResultOf("set_cart"), StringComparison.Ordinal);

        await trade.SayAsync("12 rouges", Steps(Cart("add", "foulard", 12, "rouge")));

        var line = Assert.Single((await trade.Shop.ReadAsync(db => db.Carts.SingleAsync())).Lines);
        Assert.Equal(("Rouge", 27_600L), (line.Shelf.Variant, line.Amount));
    }
}
