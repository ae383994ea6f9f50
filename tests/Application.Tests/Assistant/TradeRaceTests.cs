using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Conversations;
using WaSaas.Application.Negotiation;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery.Places;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Orders;
using static WaSaas.Application.Tests.Assistants.ScriptedModel;
using static WaSaas.Application.Tests.Assistants.Trade;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>What moves while a brain thinks, and what nobody may ever see.</summary>
public sealed class TradeRaceTests
{
    [Fact]
    public async Task Of_two_customers_who_want_the_last_piece_one_gets_it_and_the_other_is_told()
    {
        await using var trade = await OpenAsync(stock: 1);
        await trade.OrderAsync("ama@lid");
        await trade.OrderAsync("kofi@lid");

        await trade.ConfirmAsync(from: "ama@lid");
        await trade.ConfirmAsync(from: "kofi@lid");

        Assert.Contains("out_of_stock", trade.ResultOf("confirm_order"), StringComparison.Ordinal);
        Assert.Single(await trade.OrdersAsync());
        Assert.Equal(0, await trade.StockOfAsync("bazin-riche"));
    }

    [Fact]
    public async Task An_order_that_was_overtaken_while_it_was_planned_is_planned_once_more()
    {
        await using var trade = await OpenAsync(stock: 1);
        await trade.OrderAsync("ama@lid");
        var kofi = await trade.OrderAsync("kofi@lid");
        var recap = (await trade.LastRecapAsync("kofi@lid")).Id.Value.ToString();
        await trade.Shop.HearAsync("oui", "kofi@lid");
        await trade.Shop.HearAsync("je confirme", "kofi@lid");
        var stolen = false;

        await trade.AnswerAsync(kofi, Steps(
            Calls("confirm_order", ("recap_id", recap)),
            async _ =>
            {
                // The other one takes the last piece between this plan and its commit.
                await trade.Shop.ReadAsync(db => db.Products.Where(p => p.Sku == "bazin-riche").ExecuteUpdateAsync(set => set.SetProperty(p => p.Stock, 0)));
                stolen = true;
                return new Microsoft.Extensions.AI.ChatMessage(Microsoft.Extensions.AI.ChatRole.Assistant, "D'accord.");
            },
            Calls("confirm_order", ("recap_id", recap))));

        Assert.True(stolen);
        Assert.Contains("out_of_stock", trade.ResultOf("confirm_order"), StringComparison.Ordinal);
        Assert.Empty(await trade.OrdersAsync());
        Assert.DoesNotContain((await trade.Shop.ThreadAsync(kofi)).Messages, m => m.Text!.Contains("est confirmée", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_price_that_the_vendor_changed_meanwhile_is_told_as_it_is_now()
    {
        await using var trade = await OpenAsync();
        var received = await trade.Shop.HearAsync("le bazin");

        await trade.AnswerAsync(received.ConversationId, Steps(
            Cart("add", "bazin-riche"),
            async _ =>
            {
                await trade.Shop.ReadAsync(db => db.Products.Where(p => p.Sku == "bazin-riche").ExecuteUpdateAsync(set => set.SetProperty(p => p.ListPrice, 17_000)));
                return new Microsoft.Extensions.AI.ChatMessage(Microsoft.Extensions.AI.ChatRole.Assistant, "D'accord.");
            },
            Cart("add", "bazin-riche")));

        Assert.Equal(17_000, (await trade.Shop.ReadAsync(db => db.Carts.SingleAsync())).Goods);
        Assert.Single(await trade.Shop.ReadAsync(db => db.PriceOffers.ToListAsync()));
    }

    [Fact]
    public async Task A_turn_that_a_newer_message_overtook_leaves_nothing_behind()
    {
        await using var trade = await OpenAsync();
        var received = await trade.Shop.HearAsync("le bazin à 15 000");

        await trade.AnswerAsync(received.ConversationId, Steps(
            Haggle("offer", 15_000),
            async _ =>
            {
                await trade.Shop.HearAsync("et un foulard");
                return await Cart("add", "bazin-riche")(default);
            }));

        Assert.Null(trade.Last);
        Assert.Equal(0, await trade.Shop.ReadAsync(async db => await db.Negotiations.CountAsync() + await db.Carts.CountAsync() + await db.PriceOffers.CountAsync()));
    }

    [Fact]
    public async Task A_stock_out_takes_the_agreed_price_back_and_says_so()
    {
        await using var trade = await OpenAsync();
        await trade.SayAsync("15 000 le bazin ?", Steps(Haggle("offer", 15_000)));
        await trade.SayAsync("ok", Steps(Haggle("accept")));
        await trade.Shop.ReadAsync(db => db.Products.Where(p => p.Sku == "bazin-riche").ExecuteUpdateAsync(set => set.SetProperty(p => p.Stock, 0)));

        await trade.SayAsync("je le prends", Steps(Cart("add", "bazin-riche")));

        Assert.Contains("ne tient plus", trade.ResultOf("set_cart"), StringComparison.Ordinal);
        Assert.Equal(AgreementStatus.Withdrawn, (await trade.Shop.ReadAsync(db => db.Negotiations.SingleAsync())).Agreements.Single().Status);
    }

    [Fact]
    public async Task The_floor_is_in_no_result_trace_prompt_or_message_of_a_whole_haggle()
    {
        await using var trade = await OpenAsync();
        var seen = new List<string>();
        var conversation = await trade.SayAsync("dernier prix du bazin ?", Steps(Haggle("ask")));
        seen.AddRange(trade.Model.Seen);
        for (var offer = 9_000; offer < Floor; offer += 700)
        {
            await trade.SayAsync($"je donne {offer}", Steps(Haggle("offer", offer), Calls("get_product", ("sku", "bazin-riche"))));
            seen.AddRange(trade.Model.Seen);
        }

        var desk = (await trade.Shop.SendAsync(new GetDesk(conversation)))!;
        seen.AddRange(trade.Answers.SelectMany(answer => answer.Trace).Select(call => call.Arguments + call.Result));
        seen.AddRange((await trade.Shop.ThreadAsync(conversation)).Messages.Select(m => m.Text!));
        seen.Add(System.Text.Json.JsonSerializer.Serialize(desk));

        Assert.All(seen, text => Assert.DoesNotMatch("13.?333|floor|plancher", text));
        Assert.All(desk.Negotiations.Single().Offers, offer => Assert.True(offer > Floor));
        Assert.Equal(HaggleOutcome.Final, desk.Negotiations.Single().Outcome);
    }

    [Fact]
    public async Task The_vendor_sees_the_ruler_from_list_to_floor_with_every_number()
    {
        await using var trade = await OpenAsync();
        await trade.SayAsync("je donne 12 000 pour le bazin", Steps(Haggle("offer", 12_000)));
        var conversation = await trade.SayAsync("je donne 13 000", Steps(Haggle("offer", 13_000)));

        var ruled = Assert.Single((await trade.Shop.SendAsync(new GetPriceRuler(conversation)))!);

        Assert.Equal((15_750L, Floor), (ruled.List, ruled.Floor));
        Assert.Equal([12_000L, 13_000L], ruled.Steps.Select(step => step.CustomerOffer!.Value));
    }

    [Fact]
    public async Task The_desk_shows_the_cart_then_the_order_until_a_new_cart_begins()
    {
        await using var trade = await OpenAsync();
        var conversation = await trade.OrderAsync();
        var draft = (await trade.Shop.SendAsync(new GetDesk(conversation)))!;
        Assert.Equal((OrderStatus.Draft, 17_250L, PlaceStatus.Ok), (draft.Order!.Status, draft.Total, draft.Delivery!.Status));
        Assert.Equal(("Afi", "90 12 34 56"), (draft.Customer.Name, draft.Customer.Phone));

        await trade.ConfirmAsync();
        var sold = (await trade.Shop.SendAsync(new GetDesk(conversation)))!;
        Assert.Equal(new DeskOrder(OrderStatus.Confirmed, "1"), sold.Order);
        Assert.Equal((15_750L, 17_250L, 1_500L), (sold.Goods, sold.Total, sold.Delivery!.Fee));

        await trade.SayAsync("et un foulard bleu", Steps(Cart("add", "foulard", variant: "Bleu")));
        var next = (await trade.Shop.SendAsync(new GetDesk(conversation)))!;
        Assert.Equal(new DeskOrder(OrderStatus.Draft, null), next.Order);
        Assert.Equal("foulard", Assert.Single(next.Cart).Sku);
        Assert.Equal(Responder.Assistant, next.Responder);
    }

    [Fact]
    public async Task Two_addresses_that_turn_out_to_be_one_customer_keep_their_orders_prices_and_cart()
    {
        await using var trade = await OpenAsync();
        await trade.SayAsync("bonjour", [], "ama@lid");
        await trade.SayAsync("15 000 le bazin ?", Steps(Haggle("offer", 15_000)), "ama@s.whatsapp.net");
        await trade.OrderAsync("ama@s.whatsapp.net");
        await trade.ConfirmAsync(from: "ama@s.whatsapp.net");
        await trade.SayAsync("et un foulard bleu", Steps(Cart("add", "foulard", variant: "Bleu")), "ama@s.whatsapp.net");

        var both = await trade.Shop.SendAsync(new ReceiveMessage(
            Channel.WhatsApp, trade.Shop.Session, "BOTH", "ama@lid",
            [new Address(AddressKind.Lid, "ama@lid"), new Address(AddressKind.Lid, "ama@s.whatsapp.net")], null, "Ama", false,
            MessageContent.OfText("c'est moi"), trade.Installation.Clock.GetUtcNow()));

        var desk = (await trade.Shop.SendAsync(new GetDesk(both.ConversationId)))!;
        Assert.Equal(1, await trade.Shop.ReadAsync(db => db.Contacts.CountAsync()));
        Assert.Equal(("foulard", 2_500L), (Assert.Single(desk.Cart).Sku, desk.Goods));
        Assert.Equal("bazin-riche", Assert.Single(Assert.Single(desk.Negotiations).Skus));
        Assert.Equal(both.ConversationId, Assert.Single(await trade.OrdersAsync()).ConversationId);
    }

    [Fact]
    public async Task A_yes_within_a_day_of_the_summary_finds_its_prices_and_fee_alive()
    {
        await using var trade = await OpenAsync();
        await trade.OrderAsync();
        trade.Installation.Clock.Advance(TimeSpan.FromHours(20));
        await trade.SayAsync("redites-moi le total", Steps(Calls("recap_order")));
        trade.Installation.Clock.Advance(TimeSpan.FromHours(23));

        await trade.ConfirmAsync();

        Assert.Equal(17_250, Assert.Single(await trade.OrdersAsync()).Total);
    }
}
