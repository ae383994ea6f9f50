using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using WaSaas.Application;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Tenants;
using WaSaas.Infrastructure.Llm;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Tests.Llm;

/// <summary>A shop with one product whose assistant calls a model over HTTP.</summary>
public sealed class LlmShop : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wasaas-llm-").FullName;
    private readonly ServiceProvider _services;
    private TenantId _id;

    private LlmShop(string baseUrl, TimeProvider clock, IEnumerable<(string Name, string Value)> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("Data:Root", _folder), new("Llm:BaseUrl", baseUrl), new("Llm:ApiKey", FakeProvider.Key), new("Llm:Model", "small-1"), new("Llm:TimeoutSeconds", "1"),
            .. settings.Select(setting => KeyValuePair.Create<string, string?>($"Llm:{setting.Name}", setting.Value)),
        ]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(clock);
        services.AddSingleton<ILive, Nobody>().AddSingleton<IWorkSignals, Nobody>();
        services.AddApplication().AddAssistant().AddPersistence(configuration);
        services.AddLlm(configuration, new HostingEnvironment { EnvironmentName = Environments.Development });
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public static async Task<LlmShop> OpenAsync(string baseUrl, TimeProvider? clock = null, params (string Name, string Value)[] settings)
    {
        var shop = new LlmShop(baseUrl, clock ?? TimeProvider.System, settings);
        await shop.AddShopAsync();
        return shop;
    }

    /// <summary>A second shop on the same installation; what is asked from now on is asked of it.</summary>
    public async Task AddShopAsync()
    {
        _id = Id.New<TenantId>();
        await InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            await db.Database.EnsureCreatedAsync();
            db.Tenants.Add(Tenant.Open(_id, $"tissus-{_id.Value:n}", new ShopProfile("Tissus Afi", Currency.Xof), DateTimeOffset.UnixEpoch, assistantPaused: false).Value!);
            db.Products.Add(Product.Add(_id, "bazin-riche", new ProductDetails("Bazin riche", 15_750, FloorPrice: 13_333)).Value!);
            return await db.SaveChangesAsync();
        });
    }

    public Task<AssistantAnswer> AskAsync(string text) => AskAsync(new TurnMessage(MessageAuthor.Customer, MessageKind.Text, text));

    /// <summary>A customer's picture came in and lies in the shop's files.</summary>
    public async Task<AssistantAnswer> ShowAsync(string? caption, byte[] picture, bool modelAllowed = true)
    {
        var file = $"{Guid.NewGuid():n}.jpg";
        await InScopeAsync(async services =>
        {
            await services.GetRequiredService<IFileStore>().SaveAsync(file, picture, CancellationToken.None);
            return true;
        });
        return await AskAsync(new TurnMessage(MessageAuthor.Customer, MessageKind.Image, caption) { File = file }, modelAllowed);
    }

    private Task<AssistantAnswer> AskAsync(TurnMessage message, bool modelAllowed = true) => InScopeAsync(services =>
    {
        var turn = new TurnContext(
            services.GetRequiredService<IAppDbContext>().Tenants.Single(),
            Id.New<TurnId>(),
            [message],
            [],
            CustomerName: "Kossi",
            Language: null,
            FirstAnswer: false,
            modelAllowed,
            DateTimeOffset.UnixEpoch);
        return services.GetRequiredService<IAssistant>().AnswerAsync(turn, CancellationToken.None);
    });

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(_id);
        return await work(scope.ServiceProvider);
    }

    private sealed class Nobody : ILive, IWorkSignals
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
