using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaSaas.Application;
using WaSaas.Application.Assistant;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Application.Conversations.Media;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Jobs;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Benchmarks.Turns;

/// <summary>A shop with many products over a database on disk, and the embedded assistant that answers for it.</summary>
internal sealed class LargeShop : IAsyncDisposable, ILive, IWorkSignals
{
    private const int FloorPercent = 80;
    private const long Fee = 1_500;

    private readonly string _folder = Directory.CreateTempSubdirectory("wasaas-bench-").FullName;
    private readonly TenantId _id = Id.New<TenantId>();
    private readonly WhatsAppSession _session;
    private readonly ServiceProvider _services;

    private LargeShop(Action<IServiceCollection> change)
    {
        _session = WhatsAppSession.Create(_id, 1, DateTimeOffset.UnixEpoch);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Root", _folder)]).Build();
        var services = new ServiceCollection().AddLogging(log => log.SetMinimumLevel(LogLevel.None));
        services.AddSingleton<ILive>(this).AddSingleton<IWorkSignals>(this);
        services.AddApplication().AddPersistence(configuration).AddJobs(configuration).AddAssistant();
        change(services);
        _services = services.BuildServiceProvider();
    }

    /// <param name="items">What it sells.</param>
    /// <param name="change">What else it is made of.</param>
    public static async Task<LargeShop> OpenAsync(IReadOnlyList<CatalogueItem> items, Action<IServiceCollection>? change = null)
    {
        var shop = new LargeShop(change ?? (_ => { }));
        await shop._services.MigrateAsync(CancellationToken.None);
        await shop.UseAsync<AppDbContext, int>(db =>
        {
            db.Tenants.Add(Tenant.Open(shop._id, "large-shop", new ShopProfile("Grand Bazar", Currency.Xof), DateTimeOffset.UnixEpoch, false).Value!);
            db.Subscriptions.Add(Subscription.Grant(shop._id, Plan.Business, DateTimeOffset.UnixEpoch));
            db.Sessions.Add(shop._session);
            db.DeliveryZones.Add(DeliveryZone.Add(shop._id, "tokoin", 1, new ZoneDetails("Tokoin", Fee)).Value!);
            db.Products.AddRange(items.Select(item => Product.Add(
                shop._id, item.Sku, new ProductDetails(item.Name, item.Price, item.Price * FloorPercent / 100, null, item.Category, item.Description)).Value!));
            return db.SaveChangesAsync();
        });
        return shop;
    }

    public async Task<ConversationId> HearAsync(string conversation, string text, DateTimeOffset at) => (await UseAsync<IMediator, Received>(mediator => mediator.Send(new ReceiveMessage(
        Channel.Simulator, null, Guid.NewGuid().ToString("n"), conversation, [new Address(AddressKind.Simulator, conversation)], null, null, false, MessageContent.OfText(text), at)))).ConversationId;

    /// <summary>A file comes over WhatsApp, and is fetched and listened to.</summary>
    public async Task TakeInAsync(string customer, MessageContent content)
    {
        var message = new ReceiveMessage(
            Channel.WhatsApp, _session.Id, Guid.NewGuid().ToString("n"), customer, [new Address(AddressKind.Lid, customer)], null, null, false, content, DateTimeOffset.UtcNow);
        var received = await UseAsync<IMediator, Received>(mediator => mediator.Send(message));
        await UseAsync<MediaIntake, bool>(async intake =>
        {
            await intake.ForAsync(received.ConversationId, CancellationToken.None);
            return true;
        });
    }

    /// <summary>All of a turn: claimed, planned, worded, stored.</summary>
    public Task<AssistantAnswer?> AnswerAsync(ConversationId conversation, DateTimeOffset at) =>
        UseAsync<RunTurn, AssistantAnswer?>(turns => turns.ForAsync(conversation, CancellationToken.None, at));

    public Task DeliverAsync(ConversationId conversation) => UseAsync<Deliver, bool>(async deliver =>
    {
        await deliver.ForAsync(conversation, CancellationToken.None);
        return true;
    });

    void ILive.Announce(Guid tenantId, string topic, Guid? subjectId)
    {
    }

    void IWorkSignals.TurnsChanged()
    {
    }

    void IWorkSignals.OutboxChanged()
    {
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(_id);
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
