using Microsoft.EntityFrameworkCore;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Tenants;
using static WaSaas.Application.Tests.Assistants.ScriptedModel;
using static WaSaas.Application.Tests.Assistants.Trade;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>Haggling over baskets, and what happens to agreed prices in carts.</summary>
public sealed class BasketTests
{
    private static readonly object[] Both = [new { sku = "bazin-riche", quantity = 2 }, new { sku = "pagne", quantity = 1 }];

    [Fact]
    public async Task A_basket_agreed_as_one_has_its_price_only_as_a_whole()
    {
        await using var trade = await WithPagneAsync();
        await trade.SayAsync("le tout à 38 000", Steps(Calls("propose_price", ("lines", Both), ("kind", "offer"), ("customer_offer", 38_000), ("basis", "total"))));
        await trade.SayAsync("d'accord", Steps(Calls("propose_price", ("lines", Both), ("kind", "accept"))));
        var agreed = (await trade.Shop.ReadAsync(db => db.Negotiations.SingleAsync())).Agreements.Single().Amount;
        await trade.SayAsync("je prends les deux", Steps(Cart("add", "bazin-riche", 2), Cart("add", "pagne")));
        Assert.InRange(agreed, 30_000, 41_000);
        Assert.Equal(agreed, await GoodsAsync(trade));

        await trade.SayAsync("enlevez le pagne", Steps(Calls("set_cart", ("op", "remove"), ("sku", "pagne"))));
        Assert.Equal(31_500, await GoodsAsync(trade));

        await trade.SayAsync("non remettez-le", Steps(Cart("add", "pagne")));
        Assert.Equal(agreed, await GoodsAsync(trade));
    }

    [Fact]
    public async Task A_shop_that_haggles_over_single_products_only_says_so()
    {
        await using var trade = await WithPagneAsync();
        await trade.Shop.SaveAsync(db => db.Tenants.Single().ChangeSales(new SalesRules { HaggleCart = false }));

        await trade.SayAsync("le tout à 38 000", Steps(Calls("propose_price", ("lines", Both), ("kind", "offer"), ("customer_offer", 38_000))));

        Assert.Contains("basket_not_negotiable", trade.ResultOf("propose_price"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agreement_reached_after_the_cart_was_filled_changes_its_price()
    {
        await using var trade = await WithPagneAsync();
        await trade.SayAsync("un bazin", Steps(Cart("add", "bazin-riche")));
        await trade.SayAsync("15 000 ?", Steps(Haggle("offer", 15_000)));
        Assert.Equal(15_750, await GoodsAsync(trade));

        await trade.SayAsync("ok", Steps(Haggle("accept")));

        var agreed = (await trade.Shop.ReadAsync(db => db.Negotiations.SingleAsync())).Agreements.Single();
        Assert.Equal(agreed.Amount, await GoodsAsync(trade));
        Assert.True(agreed.Amount < 15_750);
    }

    [Fact]
    public async Task Whether_a_number_is_for_one_or_for_all_is_asked_and_then_counts()
    {
        await using var trade = await WithPagneAsync();
        await trade.SayAsync("2 bazins à 14 500", Steps(Haggle("offer", 14_500, quantity: 2)));
        Assert.Contains("unit_or_total", trade.ResultOf("propose_price"), StringComparison.Ordinal);

        await trade.SayAsync("pour un", Steps(Calls(
            "propose_price", ("lines", new[] { new { sku = "bazin-riche", quantity = 2 } }), ("kind", "offer"), ("customer_offer", 14_500), ("basis", "unit"))));

        Assert.Contains("\"customer_offer\":{\"minor\":14500", trade.ResultOf("propose_price"), StringComparison.Ordinal);
        Assert.DoesNotContain("unit_or_total", trade.ResultOf("propose_price"), StringComparison.Ordinal);
        var step = (await trade.Shop.ReadAsync(db => db.Negotiations.SingleAsync())).Steps[^1];
        Assert.Equal((14_500L, AmountBasis.Unit), (step.CustomerOffer, step.Basis));
    }

    private static async Task<Trade> WithPagneAsync()
    {
        var trade = await OpenAsync();
        await trade.Shop.SaveAsync(db => db.Products.Add(Domain.Catalogue.Product.Add(
            trade.Shop.Id, "pagne", new Domain.Catalogue.ProductDetails("Pagne", 9_500, 7_777, 5, "Tissus")).Value!));
        return trade;
    }

    private static async Task<long> GoodsAsync(Trade trade) => (await trade.Shop.ReadAsync(db => db.Carts.SingleAsync())).Goods;
}
