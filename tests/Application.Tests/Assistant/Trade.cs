using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Orders;
using WaSaas.Domain.WhatsApp;
using static WaSaas.Application.Tests.Assistants.ScriptedModel;
using Step = System.Func<System.Threading.CancellationToken, System.Threading.Tasks.Task<Microsoft.Extensions.AI.ChatMessage>>;

namespace WaSaas.Application.Tests.Assistants;

/// <summary>A shop that sells bazin and foulards to Tokoin and Bè, with a brain that calls the tools that a test names.</summary>
public sealed class Trade : IAsyncDisposable
{
    public const long Floor = 13_333;

    private ScriptedModel _model = new(Says("unset"));

    private Trade(Installation installation, Shop shop) => (Installation, Shop) = (installation, shop);

    public Installation Installation { get; }

    public Shop Shop { get; }

    public ScriptedModel Model => _model;

    public AssistantAnswer? Last { get; private set; }

    public List<AssistantAnswer> Answers { get; } = [];

    /// <param name="stock">Of the bazin.</param>
    /// <param name="sees">The brain may be shown pictures.</param>
    public static async Task<Trade> OpenAsync(int? stock = 8, bool sees = false)
    {
        Trade trade = null!;
        var installation = await Installation.StartAsync(services =>
        {
            services.RemoveAll<IAssistant>();
            services.AddAssistant();
            services.AddTransient(_ => new ModelBrain("model-1", trade._model) { SeesPictures = sees });
            services.AddSingleton<IPictures>(new AnyPicture());
        });
        trade = new Trade(installation, await installation.OpenShopAsync());
        await trade.StockAsync(stock);
        await trade.Shop.SendAsync(new ChangeModelConsent(Given: true));
        return trade;
    }

    /// <summary>A customer sends a picture, with words beside it or without.</summary>
    public async Task<ConversationId> ShowAsync(string? words, Step[] steps, string from = "kossi@lid", string? quoted = null)
    {
        Installation.Clock.Advance(TimeSpan.FromMinutes(1));
        await Shop.UseAsync<IFileStore, bool>(async files =>
        {
            await files.SaveAsync("picture.jpg", [0xFF, 0xD8, 0xFF], CancellationToken.None);
            return true;
        });
        var received = await Shop.SendAsync(new ReceiveMessage(
            Channel.WhatsApp, Shop.Session, Guid.NewGuid().ToString("n"), from, [new Address(AddressKind.Lid, from)], null, "Kossi", false,
            new MessageContent(MessageKind.Image, words) { File = "picture.jpg", QuotedId = quoted }, Installation.Clock.GetUtcNow()));
        await AnswerAsync(received.ConversationId, steps);
        return received.ConversationId;
    }

    /// <summary>A customer writes, the brain does these steps, and what came of it is delivered.</summary>
    public async Task<ConversationId> SayAsync(string text, Step[] steps, string from = "kossi@lid", bool deliver = true)
    {
        // Nobody types in no time.
        Installation.Clock.Advance(TimeSpan.FromSeconds(10));
        var received = await Shop.HearAsync(text, from);
        await AnswerAsync(received.ConversationId, steps, deliver);
        return received.ConversationId;
    }

    public async Task AnswerAsync(ConversationId conversation, Step[] steps, bool deliver = true)
    {
        _model = new ScriptedModel([.. steps, Says("D'accord.")]);
        Installation.Clock.Advance(TimeSpan.FromSeconds(20));
        Last = await Shop.AnswerAsync(conversation);
        if (Last is not null)
        {
            Answers.Add(Last);
        }

        if (deliver)
        {
            await Shop.DeliverAsync(conversation);
        }
    }

    private const string OrderWords = "je prends le bazin, livrez-moi à Tokoin. Afi, 90 12 34 56";

    private static Step[] OrderSteps(int quantity) => Steps(
        Cart("add", "bazin-riche", quantity),
        Calls("quote_delivery", ("place_text", "livrez-moi à Tokoin"), ("is_address", true)),
        _ => Task.FromResult(new ChatMessage(ChatRole.Assistant,
        [
            .. Calls("set_customer", ("name", "Afi"), ("phone", "90 12 34 56"))(default).Result.Contents,
            .. Calls("recap_order")(default).Result.Contents,
        ])));

    public static Step[] Steps(params Step[] steps) => steps;

    public static Step Cart(string op, string sku, int quantity = 1, string? variant = null) =>
        Calls("set_cart", ("op", op), ("sku", sku), ("quantity", quantity), ("variant", variant));

    public static Step Haggle(string kind, decimal? offer = null, int quantity = 1, string sku = "bazin-riche") =>
        Calls("propose_price", ("lines", new[] { new { sku, quantity } }), ("kind", kind), ("customer_offer", offer));

    /// <summary>A bazin, Tokoin, a name and a phone: all but the yes.</summary>
    public Task<ConversationId> OrderAsync(string from = "kossi@lid", int quantity = 1) => SayAsync(OrderWords, OrderSteps(quantity), from);

    public Task<IReadOnlyList<ThreadMessage>> SimulateOrderAsync(string conversation, int quantity = 1) =>
        SimulateAsync(conversation, OrderWords, OrderSteps(quantity));

    public async Task<IReadOnlyList<ThreadMessage>> SimulateConfirmAsync(string conversation) =>
        await SimulateAsync(conversation, "oui je confirme", Steps(Calls("confirm_order", ("recap_id", (await LastRecapAsync(conversation)).Id.Value.ToString()))));

    public Task<IReadOnlyList<ThreadMessage>> SimulateAsync(string conversation, string text, Step[] steps, DateTimeOffset? at = null) =>
        SimulateAsync(conversation, [MessageContent.OfText(text)], steps, at);

    public async Task<IReadOnlyList<ThreadMessage>> SimulateAsync(string conversation, MessageContent[] burst, Step[] steps, DateTimeOffset? at = null)
    {
        _model = new ScriptedModel([.. steps, Says("D'accord.")]);
        Installation.Clock.Advance(TimeSpan.FromSeconds(20));
        var simulated = await Shop.UseAsync<Simulator, Simulated>(simulator =>
            simulator.SendAsync(conversation, [.. burst.Select(content => new SimulatedMessage(false, content))], TestContext.Current.CancellationToken, at));
        Last = simulated.Answer;
        return simulated.Replies;
    }

    public Task HasPhotosAsync(string sku, params string[] files) => Shop.SaveAsync(db => db.Products.Single(p => p.Sku == sku).ShowPhotos(files));

    public async Task<ConversationId> ConfirmAsync(string yes = "oui je confirme", string from = "kossi@lid")
    {
        var recap = await LastRecapAsync(from);
        return await SayAsync(yes, Steps(Calls("confirm_order", ("recap_id", recap.Id.Value.ToString()))), from);
    }

    public Task<Recap> LastRecapAsync(string from = "kossi@lid") => Shop.ReadAsync(db => db.Recaps.AsNoTracking()
        .Where(r => db.ContactAddresses.Any(a => a.ContactId == r.ContactId && a.Value == from))
        .OrderByDescending(r => r.CreatedAt).FirstAsync());

    public Task<int?> StockOfAsync(string sku) => Shop.ReadAsync(db => db.Products.Where(p => p.Sku == sku).Select(p => p.Stock).SingleAsync());

    public Task<List<Order>> OrdersAsync() => Shop.ReadAsync(db => db.Orders.AsNoTracking().OrderBy(o => o.Number).ToListAsync());

    public string ResultOf(string tool) => Last!.Trace.Last(call => call.Name == tool).Result;

    public ValueTask DisposeAsync() => Installation.DisposeAsync();

    private Task StockAsync(int? stock) => Shop.SaveAsync(db =>
    {
        db.Products.Add(Product.Add(Shop.Id, "bazin-riche", new ProductDetails("Bazin riche", 15_750, Floor, stock, "Tissus") { WeightGrams = 400 }).Value!);
        db.Products.Add(Product.Add(Shop.Id, "foulard", new ProductDetails("Foulard", 2_500, 2_222, 50, "Accessoires")
        {
            Variants = [new ProductVariant("Rouge"), new ProductVariant("Bleu")],
            Tiers = [new PriceTier(10, 2_300)],
        }).Value!);
        db.DeliveryZones.Add(DeliveryZone.Add(Shop.Id, "tokoin", 1, new ZoneDetails("Tokoin", 1_500) { Aliases = ["Forever"], FreeFrom = 40_000 }).Value!);
        db.DeliveryZones.Add(DeliveryZone.Add(Shop.Id, "be", 2, new ZoneDetails("Bè", 1_000) { Area = new CircleArea(new GeoPoint(6.13, 1.25), 2_000) }).Value!);
    });

    /// <summary>The real one needs a program beside it, and is tested where that is.</summary>
    private sealed class AnyPicture : IPictures
    {
        public Task<Result<Picture>> PrepareAsync(byte[] upload, CancellationToken ct, int side = PictureSides.ForPeople) =>
            Task.FromResult<Result<Picture>>(new Picture(upload, upload, side, side));
    }
}
