using System.Collections.Concurrent;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaSaas.Application;
using WaSaas.Application.Accounts;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tenants.ShopFiles;
using WaSaas.Domain.Common;
using WaSaas.Infrastructure.Identity;
using WaSaas.Infrastructure.Jobs;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Evaluation.Playing;

/// <summary>The real application over a SQLite file, with the shops of the evaluation; time is the cases' own.</summary>
internal sealed class Town : IAsyncDisposable, IMailer, IPublicAddress, ILive, IWorkSignals
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wasaas-evaluation-").FullName;
    private readonly ConcurrentDictionary<string, ShopCard> _shops = new(StringComparer.Ordinal);
    private readonly ServiceProvider _services;

    private Town(Action<IServiceCollection>? change)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Root", _folder)]).Build();
        var services = new ServiceCollection().AddLogging(log => log.SetMinimumLevel(LogLevel.None));
        services.AddSingleton<ILive>(this).AddSingleton<IWorkSignals>(this).AddSingleton<IMailer>(this).AddSingleton<IPublicAddress>(this);
        services.AddApplication().AddPersistence(configuration).AddJobs(configuration).AddPeople(cookie => cookie.Name = "person");
        services.AddAssistant();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        change?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public Uri Root { get; } = new("https://shops.example/");

    public static async Task<Town> BuildAsync(IEnumerable<string> shopFiles, Action<IServiceCollection>? change = null)
    {
        var town = new Town(change);
        await town._services.MigrateAsync(CancellationToken.None);
        foreach (var file in shopFiles)
        {
            await town.OpenAsync(file);
        }

        return town;
    }

    public static IReadOnlyList<string> AllShops() => [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "shops"), "*.json").Order(StringComparer.Ordinal)];

    /// <param name="name">Of its file without the ending; null = the only one.</param>
    public ShopCard Shop(string? name) => name is null ? _shops.Values.Single() : _shops[name];

    public async Task<T> UseAsync<TService, T>(TenantId shop, Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(shop);
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<Simulated> SendAsync(ShopCard shop, string conversation, IReadOnlyList<SimulatedMessage> burst, DateTimeOffset at) =>
        UseAsync<Simulator, Simulated>(shop.Id, simulator => simulator.SendAsync(conversation, burst, CancellationToken.None, at));

    void IMailer.Send(Mail mail)
    {
    }

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

    private async Task OpenAsync(string file)
    {
        var json = await File.ReadAllTextAsync(file);
        await using var scope = _services.CreateAsyncScope();
        var imported = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ImportShop(json, null, Path.GetDirectoryName(Path.GetFullPath(file))));
        if (imported.Error is { } wrong)
        {
            throw new InvalidOperationException($"{Path.GetFileName(file)}: {wrong.Message}");
        }

        var card = ShopCard.Of(imported.Value!.Id, json);
        await UseAsync<IMediator, object>(card.Id, async mediator => await mediator.Send(new ChangeModelConsent(Given: true)));
        _shops[Path.GetFileNameWithoutExtension(file)] = card;
    }
}
