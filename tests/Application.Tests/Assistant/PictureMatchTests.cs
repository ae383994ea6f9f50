using Microsoft.EntityFrameworkCore;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Orders;
using static WaSaas.Application.Tests.Assistants.ScriptedModel;
using static WaSaas.Application.Tests.Assistants.Trade;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>What a model saw in a picture is asked, and counts once the customer has said yes to it.</summary>
public sealed class PictureMatchTests
{
    private const string Bazin = """{"kind":"article","references":["bazin-riche"],"words":"bazin"}""";
    private const string Both = """{"kind":"article","references":["bazin-riche","foulard"],"words":"tissu"}""";
    private const string Payment = """{"kind":"payment","references":[],"words":""}""";

    [Fact]
    public async Task A_yes_to_the_question_asks_for_that_product()
    {
        await using var trade = await OpenAsync(sees: true);
        await trade.ShowAsync(null, Steps(Says(Bazin)));
        Assert.Contains("« Bazin riche »", trade.Last!.Texts[0], StringComparison.Ordinal);

        await trade.SayAsync("oui", Steps(Throws(new TimeoutException())));

        Assert.Contains("15\u00a0750\u00a0F", trade.Last!.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_model_that_answers_after_the_yes_knows_the_product_and_what_was_asked_of_it()
    {
        await using var trade = await OpenAsync(sees: true);
        await trade.ShowAsync("c'est combien ?", Steps(Says(Bazin)));

        await trade.SayAsync("oui c'est ça", Steps(Says("Je regarde.")));

        Assert.Contains("<customer>Bazin riche : c'est combien ?</customer>", trade.Model.Seen[0], StringComparison.Ordinal);
        Assert.Contains("in_focus: bazin-riche", trade.Model.Seen[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_put_into_the_cart_before_the_yes_and_what_she_wrote_with_the_picture_after_it()
    {
        await using var trade = await OpenAsync(sees: true);

        await trade.ShowAsync("je prends 2 comme ça", Steps(Says(Bazin)));
        Assert.Empty(await CartAsync(trade));
        await trade.SayAsync("oui", Steps(Throws(new TimeoutException())));

        Assert.Equal([2], (await CartAsync(trade)).Select(line => line.Quantity));
    }

    [Fact]
    public async Task A_no_is_believed()
    {
        await using var trade = await OpenAsync(sees: true);
        await trade.ShowAsync(null, Steps(Says(Bazin)));

        await trade.SayAsync("non", []);

        Assert.Contains("ce n'est pas cet article", trade.Last!.Texts[0], StringComparison.Ordinal);
        Assert.Equal(0, trade.Model.Rounds);
    }

    [Fact]
    public async Task Of_several_the_customer_chooses()
    {
        await using var trade = await OpenAsync(sees: true);
        await trade.ShowAsync("vous avez ça ?", Steps(Says(Both)));
        Assert.Contains("• Bazin riche\n• Foulard", trade.Last!.Texts[0], StringComparison.Ordinal);

        await trade.SayAsync("le deuxième", Steps(Throws(new TimeoutException())));

        Assert.Contains("Foulard", trade.Last!.Texts[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Bazin", trade.Last!.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_in_answer_to_the_shops_photo_is_about_that_product_and_not_looked_at()
    {
        await using var trade = await OpenAsync(sees: true);
        await trade.HasPhotosAsync("bazin-riche", "a.jpg");
        await trade.SayAsync("une photo du bazin riche ?", Steps(Calls("send_product_photo", ("sku", "bazin-riche"))));
        var photo = await trade.Shop.ReadAsync(db => db.Messages.AsNoTracking().SingleAsync(m => m.Sku != null));

        await trade.ShowAsync("c'est combien celui-là ?", Steps(Throws(new TimeoutException())), quoted: photo.ExternalId);

        Assert.Contains("15\u00a0750\u00a0F", trade.Last!.Texts[0], StringComparison.Ordinal);
        Assert.DoesNotContain("<catalogue>", trade.Model.Seen[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_eyes_the_product_that_was_spoken_of_is_not_taken_for_the_one_in_the_picture()
    {
        await using var trade = await OpenAsync();
        await trade.SayAsync("le foulard est à combien ?", Steps(Calls("get_product", ("sku", "foulard"))));

        await trade.ShowAsync("et ça, c'est combien ?", []);

        Assert.DoesNotContain("2\u00a0500", trade.Last!.Texts[0], StringComparison.Ordinal);
        Assert.Contains("image", trade.Last!.Texts[0], StringComparison.Ordinal);
        await trade.SayAsync("le bazin riche", Steps(Throws(new TimeoutException())));
        Assert.Contains("15\u00a0750\u00a0F", trade.Last!.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payment_that_is_seen_waits_for_the_vendor_like_one_that_is_said()
    {
        await using var trade = await OpenAsync(sees: true);
        await trade.OrderAsync();
        await trade.ConfirmAsync();

        await trade.ShowAsync(null, Steps(Says(Payment)));

        var order = Assert.Single(await trade.OrdersAsync());
        Assert.Equal((PaymentState.ReceiptToCheck, 0L), (order.Payment.State, order.Payment.Received));
    }

    [Fact]
    public async Task A_payment_that_is_said_is_shown_to_no_model()
    {
        await using var trade = await OpenAsync(sees: true);
        await trade.OrderAsync();
        await trade.ConfirmAsync();

        await trade.ShowAsync("voici le reçu", Steps(Says(Payment)));

        Assert.Equal(0, trade.Model.Rounds);
    }

    private static Task<IReadOnlyList<CartLine>> CartAsync(Trade trade) =>
        trade.Shop.ReadAsync(async db => (await db.Carts.AsNoTracking().SingleOrDefaultAsync())?.Lines ?? []);
}
