using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Assistant;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Application.Tests.Catalogue;

/// <summary>A database on disk in a folder of its own, with the parts of the product that catalogue and assistant need.</summary>
public sealed class CatalogueShop : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder;
    private readonly bool _ownsFolder;
    private readonly ServiceProvider _services;

    private CatalogueShop(string folder, bool ownsFolder, Action<IServiceCollection>? change)
    {
        (_folder, _ownsFolder) = (folder, ownsFolder);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Root", folder)]).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new FixedClock(Noon));
        services.AddSingleton<ILive, NobodyListens>();
        services.AddSingleton<IWorkSignals, NobodyListens>();
        change?.Invoke(services);
        services.AddApplication();
        services.AddAssistant();
        services.AddPersistence(configuration);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public TenantId Id { get; private set; }

    public static async Task<CatalogueShop> OpenAsync(
        Plan plan = Plan.Business, Action<IServiceCollection>? change = null, string currency = "XOF", string locale = "fr-TG", string name = "Tissus Afi")
    {
        var shop = new CatalogueShop(Directory.CreateTempSubdirectory("wasaas-catalogue-").FullName, ownsFolder: true, change);
        await using (var scope = shop._services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.EnsureCreatedAsync();
        }

        shop.Id = await shop.AddTenantAsync(name, plan, currency, locale);
        return shop;
    }

    /// <summary>Another process over the same file.</summary>
    public CatalogueShop OtherProcess() => new(_folder, ownsFolder: false, null) { Id = Id };

    public async Task<TenantId> AddTenantAsync(string name, Plan plan, string currency = "XOF", string locale = "fr-TG")
    {
        var id = Domain.Common.Id.New<TenantId>();
        await InScopeAsync(id, async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            db.Tenants.Add(Tenant.Open(id, TextFold.Slug($"{name} {id.Value:N}"), new ShopProfile(name, Currency.Of(currency), locale), Noon, assistantPaused: false).Value!);
            db.Subscriptions.Add(Subscription.Grant(id, plan, Noon));
            return await db.SaveChangesAsync();
        });
        return id;
    }

    public Task<T> SendAsync<T>(IRequest<T> message, TenantId? tenant = null) =>
        InScopeAsync(tenant ?? Id, services => services.GetRequiredService<IMediator>().Send(message));

    public Task<T> SearchAsync<T>(Func<ICatalogueSearch, Task<T>> ask, TenantId? tenant = null) =>
        InScopeAsync(tenant ?? Id, services => ask(services.GetRequiredService<ICatalogueSearch>()));

    public async Task<ProductId> HasAsync(string name, long price, long? floor = null, int? stock = null, string? category = null, string? description = null)
    {
        var added = await SendAsync(new AddProduct(new ProductDetails(name, price, floor, stock, category, description)));
        Assert.Null(added.Error);
        return added.Value;
    }

    public async Task<string[]> FindAsync(string query) =>
        [.. (await SearchAsync(search => search.SearchAsync(query, 5, CancellationToken.None))).Items.Select(item => item.Name)];

    public async Task<T> InScopeAsync<T>(TenantId tenant, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(tenant);
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsFolder)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class NobodyListens : ILive, IWorkSignals
    {
        public void Announce(Guid tenantId, string topic, Guid? subjectId = null)
        {
        }

        public void TurnsChanged()
        {
        }

        public void OutboxChanged()
        {
        }
    }
}
