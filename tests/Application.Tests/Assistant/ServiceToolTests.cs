using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Assistant;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Tenants;
using static WaSaas.Application.Tests.Assistants.ScriptedModel;
using static WaSaas.Application.Tests.Assistants.Trade;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>Ways out of a haggle, what the shop tells of itself, whose order is whose, and what is remembered.</summary>
public sealed class ServiceToolTests
{
    [Fact]
    public async Task Delivery_that_was_given_in_a_deadlock_is_taken_off_the_fee_of_that_cart()
    {
        await using var trade = await OpenAsync();
        await trade.SayAsync("livrez-moi à Bè", Steps(Calls("quote_delivery", ("place_text", "livrez-moi à Bè"), ("is_address", true))));
        foreach (var offer in new[] { 9_000, 10_000, 11_000, 12_000, 12_500 })
        {
            await trade.SayAsync($"les deux à {offer} pièce", Steps(Haggle("offer", offer, quantity: 2)));
        }

        Assert.Contains("\"decision\":\"final\"", trade.ResultOf("propose_price"), StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"free_delivery\"", trade.ResultOf("propose_price"), StringComparison.Ordinal);
        await trade.SayAsync("ok avec la livraison offerte", Steps(
            Calls("propose_price", ("lines", new[] { new { sku = "bazin-riche", quantity = 2 } }), ("kind", "take"), ("alternative", "free_delivery")),
            Cart("add", "bazin-riche", 2)));

        var agreed = (await trade.Shop.ReadAsync(db => db.Negotiations.SingleAsync())).Agreements.Single();
        Assert.Equal(1_000, agreed.WaivedDelivery);
        Assert.Contains($"\"total\":{{\"minor\":{agreed.Amount}", trade.ResultOf("set_cart"), StringComparison.Ordinal);
        Assert.Contains("\"fee\":{\"minor\":0", trade.ResultOf("set_cart"), StringComparison.Ordinal);

        await trade.SayAsync("finalement un seul", Steps(Cart("set", "bazin-riche")));
        Assert.Contains("\"fee\":{\"minor\":1000", trade.ResultOf("set_cart"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alternative_that_was_not_offered_cannot_be_taken()
    {
        await using var trade = await OpenAsync();

        await trade.SayAsync("offrez la livraison", Steps(
            Calls("propose_price", ("lines", new[] { new { sku = "bazin-riche" } }), ("kind", "take"), ("alternative", "free_delivery"))));

        Assert.Contains("alternative_gone", trade.ResultOf("propose_price"), StringComparison.Ordinal);
        Assert.Empty((await trade.Shop.ReadAsync(db => db.Negotiations.ToListAsync())).SelectMany(talk => talk.Agreements));
    }

    [Fact]
    public async Task A_customer_is_told_of_her_own_orders_only()
    {
        await using var trade = await OpenAsync();
        await trade.OrderAsync("ama@lid");
        await trade.ConfirmAsync(from: "ama@lid");

        await trade.SayAsync("où en est la commande 1 ?", Steps(Calls("order_status", ("order_number", "1"))), "kofi@lid");
        Assert.Contains("\"status\":\"none\"", trade.ResultOf("order_status"), StringComparison.Ordinal);

        await trade.SayAsync("où en est ma commande ?", Steps(Calls("order_status", ("order_number", 1))), "ama@lid");
        Assert.Contains("\"state\":\"confirmed\"", trade.ResultOf("order_status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_are_told_by_day_and_what_the_shop_never_told_is_unknown()
    {
        await using var trade = await OpenAsync();
        var hours = new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday }.ToDictionary(day => day, _ => new OpeningHours(new TimeOnly(8, 0), new TimeOnly(18, 30)));
        await trade.Shop.SaveAsync(db => Assert.True(db.Tenants.Single().ChangeFacts(new ShopFacts { Hours = hours }).IsOk));

        await trade.SayAsync("vos horaires ?", Steps(Calls("get_shop_info", ("topic", "hours"))));
        var told = System.Text.Json.Nodes.JsonNode.Parse(trade.ResultOf("get_shop_info"))!["facts"]!.AsArray().Select(fact => fact!["sentence"]!.GetValue<string>());
        Assert.Equal(["lundi à mercredi\u00a0: 8 h à 18 h\u00a030.", "Fermé\u00a0: jeudi à dimanche."], told);

        await trade.SayAsync("vous reprenez ?", Steps(Calls("get_shop_info", ("topic", "returns"))));
        Assert.Contains("\"status\":\"unknown\"", trade.ResultOf("get_shop_info"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_opts_out_is_marked_with_the_commit_of_the_turn()
    {
        await using var trade = await OpenAsync();

        await trade.SayAsync("plus de messages svp", Steps(Calls("record_opt_out")));

        Assert.NotNull((await trade.Shop.ReadAsync(db => db.Contacts.SingleAsync())).OptedOutAt);
    }

    [Fact]
    public async Task A_place_that_nobody_knows_twice_goes_to_the_shop()
    {
        await using var trade = await OpenAsync();
        await trade.SayAsync("livraison à Zébéville", Steps(Calls("quote_delivery", ("place_text", "livraison à Zébéville"))));
        Assert.DoesNotContain("\"suggest_hand_off\":true", trade.ResultOf("quote_delivery"), StringComparison.Ordinal);

        await trade.SayAsync("Zébéville je dis", Steps(Calls("quote_delivery", ("place_text", "Zébéville"))));

        Assert.Contains("\"suggest_hand_off\":true", trade.ResultOf("quote_delivery"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_turn_knows_what_was_spoken_of_and_asked()
    {
        await using var trade = await OpenAsync();
        var conversation = await trade.SayAsync("un foulard", Steps(Cart("add", "foulard")));
        await trade.SayAsync("et le bazin ?", Steps(Calls("get_product", ("sku", "bazin-riche")), Cart("add", "foulard")));

        var notes = (await trade.Shop.ReadAsync(db => db.ConversationMemories.SingleAsync(m => m.ConversationId == conversation))).Notes;

        Assert.Equal(["foulard", "bazin-riche"], notes.Focus);
        Assert.Equal(nameof(QuestionKind.WhichVariant), notes.Asked?.Kind);
        Assert.Equal(["Rouge", "Bleu"], notes.Asked!.Choices);
    }

    [Fact]
    public async Task The_last_offer_stands_on_the_desk_of_the_next_turn_with_its_ways_out()
    {
        await using var trade = await OpenAsync();
        foreach (var offer in new[] { 9_000, 10_000, 11_000, 12_000, 12_500 })
        {
            await trade.SayAsync($"je donne {offer}", Steps(Haggle("offer", offer)));
        }

        var talk = await trade.Shop.ReadAsync(db => db.Negotiations.SingleAsync());

        Assert.Equal(Decision.Final, talk.Steps[^1].Decision);
        Assert.Contains(talk.Steps[^1].Alternatives, way => way.Kind == AlternativeKind.AskVendor && way.CustomerTotal == 12_500);
        Assert.All(talk.Steps.SkipLast(1), step => Assert.Empty(step.Alternatives));
    }
}
