using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Assistant;
using WaSaas.Application.Conversations;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>Carts of WhatsApp's own catalogue, and answers to what the shop showed.</summary>
public sealed class CartMessageTests : IAsyncLifetime
{
    private Trade _trade = null!;
    private int _number;

    public async ValueTask InitializeAsync() => _trade = await Trade.OpenAsync();

    [Fact]
    public async Task A_cart_becomes_ours_by_reference_and_by_name_at_our_prices()
    {
        var conversation = await SendAsync(Cart(new("BAZIN-RICHE", "Tissu du dimanche", 2), new(null, "Foulard (Bleu)", 3)));

        var cart = await CartAsync(conversation);
        Assert.Equal([("Bazin riche", 2, 31_500L), ("Foulard (Bleu)", 3, 7_500L)], cart.Lines.Select(line => (line.Name, line.Quantity, line.Amount)).OrderBy(line => line.Name));
        Assert.Contains("Bazin riche", Said, StringComparison.Ordinal);
        Assert.Contains("?", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_follows_once_the_shop_knows_where_to_and_who_for()
    {
        await _trade.OrderAsync();

        var conversation = await SendAsync(Cart(new ListedItem("bazin-riche", "Bazin", 3)));

        Assert.Equal(3, Assert.Single((await CartAsync(conversation)).Lines).Quantity);
        Assert.Contains(_trade.Last!.Replies, reply => reply.Recap is not null);
    }

    [Fact]
    public async Task What_the_shop_does_not_sell_is_said_and_the_rest_is_taken()
    {
        var conversation = await SendAsync(Cart(new ListedItem("X-1", "Sac à main", 1), new ListedItem("bazin-riche", "Bazin", 1)));

        Assert.Equal("Bazin riche", Assert.Single((await CartAsync(conversation)).Lines).Name);
        Assert.Contains("« Sac à main »", Said.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_there_is_and_what_has_variants_is_asked_about_not_guessed()
    {
        var conversation = await SendAsync(Cart(new ListedItem("bazin-riche", "Bazin", 50), new ListedItem("foulard", "Foulard", 1)));

        Assert.Empty((await _trade.Shop.SendAsync(new GetDesk(conversation)))!.Cart);
        Assert.Contains("8", Said, StringComparison.Ordinal);
        Assert.Contains("Rouge, Bleu", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_variant_that_was_open_is_taken_in_the_number_that_the_cart_said()
    {
        await SendAsync(Cart(new ListedItem("foulard", "Foulard", 3), new ListedItem("bazin-riche", "Bazin", 1)));

        var conversation = await SendAsync(MessageContent.OfText("le rouge"));

        Assert.Contains(("Foulard (Rouge)", 3), (await CartAsync(conversation)).Lines.Select(line => (line.Name, line.Quantity)));
    }

    [Fact]
    public async Task Nothing_of_ours_in_a_cart_is_said_plainly()
    {
        await SendAsync(Cart(new ListedItem("X-1", "Sac à main", 1)));

        Assert.Contains("Sac à main", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cart_whose_items_could_not_be_read_is_asked_for_in_words()
    {
        await SendAsync(new MessageContent(MessageKind.Order) { Details = new MessageDetails { ItemCount = 2 } });

        Assert.Contains("panier", Said, StringComparison.Ordinal);
        Assert.Null(_trade.Last!.HandOffReason);
    }

    [Fact]
    public async Task The_words_that_come_with_a_cart_add_nothing_to_it()
    {
        var conversation = await SendAsync(Cart(new ListedItem("bazin-riche", "Bazin", 2)) with { Text = "Bonjour, je veux commander ceci" });

        Assert.Equal(2, Assert.Single((await CartAsync(conversation)).Lines).Quantity);
    }

    [Theory]
    [InlineData("Arrivage ! Bazin riche, toutes les couleurs, livraison ce week-end", "bazin-riche")]
    [InlineData("Nouveau ref bazin-riche disponible", "bazin-riche")]
    [InlineData("Foulard et Bazin riche en promo", null)]
    [InlineData("Bonne fête à toutes", null)]
    public async Task An_answer_to_a_status_post_is_about_the_product_that_it_names(string caption, string? sku)
    {
        var conversation = await SendAsync(MessageContent.OfText("celui-là c'est combien ?") with
        {
            QuotedId = "status-1",
            Details = new MessageDetails { QuotedText = caption, QuotesStatus = true },
        });

        var focus = (await _trade.Shop.ReadAsync(db => db.ConversationMemories.AsNoTracking().SingleAsync(m => m.ConversationId == conversation))).Notes.Focus;
        Assert.Equal(sku, focus is [var first, ..] ? first : null);
        Assert.Equal(sku is not null, Said.Replace('\u00a0', ' ').Contains("15 750", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_to_a_sentence_of_the_shop_is_about_the_product_that_it_named()
    {
        var conversation = await SendAsync(MessageContent.OfText("le bazin riche c'est combien ?"));
        await _trade.Shop.DeliverAsync(conversation);
        var told = (await _trade.Shop.ThreadAsync(conversation)).Messages[^1];
        await SendAsync(MessageContent.OfText("et le foulard ?"));

        await SendAsync(MessageContent.OfText("celui-là c'est combien ?") with { QuotedId = told.ExternalId });

        Assert.Contains("15 750", Said.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _trade.DisposeAsync();

    private string Said => string.Join('\n', _trade.Last!.Replies.Select(reply => reply.Text));

    private static MessageContent Cart(params ListedItem[] items) => new(MessageKind.Order) { Details = new MessageDetails { Items = items, ItemCount = items.Length } };

    private Task<Cart> CartAsync(ConversationId conversation) => _trade.Shop.ReadAsync(db => db.Carts.AsNoTracking().SingleAsync(c => c.ConversationId == conversation));

    /// <summary>Without a model: what the embedded assistant alone makes of it.</summary>
    private async Task<ConversationId> SendAsync(MessageContent content)
    {
        await _trade.Shop.SendAsync(new Application.Tenants.ChangeModelConsent(Given: false));
        _trade.Installation.Clock.Advance(TimeSpan.FromSeconds(10));
        var received = await _trade.Shop.SendAsync(new ReceiveMessage(
            Channel.WhatsApp, _trade.Shop.Session, $"in-{++_number}", "kossi@lid", [new Address(AddressKind.Lid, "kossi@lid")], null, "Kossi", false, content, _trade.Installation.Clock.GetUtcNow()));
        await _trade.AnswerAsync(received.ConversationId, []);
        return received.ConversationId;
    }
}
