using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NSubstitute;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Infrastructure.Persistence;
using WaSaas.WebUI.Composition;

namespace WaSaas.WebUI.Tests.Ui.Support;

/// <summary>The real host on a free port with a database of its own; only the gateway and the assistant are in the test's hand.</summary>
public class UiHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wasaas-ui-").FullName;
    private WebApplication _app = null!;

    public SessionsInHand Sessions { get; } = new();

    public NetworkInHand Network { get; } = new();

    public ConfirmedInHand Confirmed { get; } = new();

    /// <summary>Settings beside or over those of the tests.</summary>
    public IReadOnlyDictionary<string, string?> More { get; init; } = new Dictionary<string, string?>();

    public Uri Url { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public async ValueTask InitializeAsync()
    {
        var builder = WaSaasHost.CreateBuilder(["--environment", "Development", "--applicationName", "WaSaas.WebUI"]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Root"] = _folder,
            ["urls"] = "http://127.0.0.1:0",
            ["RateLimits:AccountsPerMinute"] = "10000",
            ["Conversations:DebounceMilliseconds"] = "0",
            ["Demo:Load"] = "false",
            ["WhatsApp:Network"] = "Sandbox",
        });
        builder.Configuration.AddInMemoryCollection(More);
        Configure(builder.Configuration);
        Replace(builder.AddWaSaas().Services);
        _app = builder.Build();
        _app.UseWaSaas();
        await _app.Services.MigrateAsync(CancellationToken.None);
        await _app.StartAsync();
        Url = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>A browser without scripts: keeps cookies, follows no redirects unless told to.</summary>
    public PageClient Browse(string language = "fr") => new(Url, language);

    /// <summary>Does something inside a shop, as the running product would.</summary>
    public async Task<T> InShopAsync<T>(TenantId shop, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(shop);
        return await act(scope.ServiceProvider);
    }

    public Task<T> SendAsync<T>(TenantId shop, IRequest<T> request) => InShopAsync(shop, services => services.GetRequiredService<IMediator>().Send(request));

    /// <summary>The assistant of that shop asks for a person.</summary>
    public Task<bool> HandOffAsync(TenantId shop, ConversationId conversation) => InShopAsync(shop, services =>
        services.GetRequiredService<IUnitOfWork>().RunAsync(
            async ct =>
            {
                var found = await services.GetRequiredService<AppDbContext>().Conversations.SingleAsync(c => c.Id == conversation, ct);
                found.HandOff("person_wanted", DateTimeOffset.UtcNow);
                return true;
            },
            kept => kept,
            CancellationToken.None));

    public async Task<TenantId> ShopNamedAsync(string name)
    {
        var shops = await Services.GetRequiredService<IAcrossTenants>().ShopsAsync(CancellationToken.None);
        return shops.Single(s => s.Name == name).Id;
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>What another host of tests sets differently.</summary>
    protected virtual void Configure(IConfigurationManager configuration)
    {
    }

    /// <summary>Says the same always, so that tests of pages need not know how to sell.</summary>
    protected virtual void ReplaceAssistant(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Scoped<IAssistant>(_ => new AssistantInHand()));

    private void Replace(IServiceCollection services)
    {
        foreach (var child in services.Where(IsChildProcess).ToList())
        {
            services.Remove(child);
        }

        services.Replace(ServiceDescriptor.Singleton<IWhatsAppSessions>(Sessions));
        services.Replace(ServiceDescriptor.Singleton<IWhatsAppNetwork>(Network));
        services.Replace(ServiceDescriptor.Singleton<ISandboxNetwork>(Network));
        services.Replace(ServiceDescriptor.Singleton(Substitute.For<ISandboxPhones>()));
        services.Replace(ServiceDescriptor.Scoped<IConfirmedEmail>(_ => Confirmed));
        ReplaceAssistant(services);
    }

    /// <summary>Gateway, sandbox and what drives them; the conversation workers stay.</summary>
    private static bool IsChildProcess(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService)
        && (service.ImplementationType?.Namespace ?? service.ImplementationFactory?.Method.DeclaringType?.Namespace ?? "")
            .StartsWith("WaSaas.Infrastructure.WhatsApp", StringComparison.Ordinal);
}

/// <summary>One host for all tests of the pages; each test opens shops of its own.</summary>
[CollectionDefinition(nameof(UiTests))]
public sealed class UiTests : ICollectionFixture<UiHost>, ICollectionFixture<Browser>;
