using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NSubstitute;
using WaSaas.Application;
using WaSaas.Application.Common;
using WaSaas.Application.Retention;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Jobs;
using WaSaas.Domain.Tenants;
using WaSaas.Infrastructure.Jobs;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Tests.Jobs;

/// <summary>A host with jobs only, over a folder that may outlive it; what the jobs reach for is in the test's hand.</summary>
internal sealed class JobShop : IAsyncDisposable
{
    private readonly IHost _host;

    private JobShop(IHost host) => _host = host;

    public static async Task<JobShop> StartAsync(string folder, Action<IServiceCollection>? change = null, bool run = true)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("Data:Root", folder)]);
        builder.Services.AddLogging().AddSingleton(Substitute.For<ILive>()).AddSingleton(Substitute.For<IWorkSignals>());
        builder.Services.AddSingleton(Substitute.For<IWhatsAppSessions>());
        builder.Services.AddApplication().AddPersistence(builder.Configuration).AddJobs(builder.Configuration);
        change?.Invoke(builder.Services);
        var shop = new JobShop(builder.Build());
        await shop._host.Services.MigrateAsync(CancellationToken.None);
        if (run)
        {
            await shop._host.StartAsync();
        }

        return shop;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public Task<T> SendAsync<T>(IRequest<T> request) => InAsync(null, scope => scope.GetRequiredService<IMediator>().Send(request));

    public async Task<T> InAsync<T>(TenantId? tenant, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        if (tenant is { } id)
        {
            scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(id);
        }

        return await act(scope.ServiceProvider);
    }

    public async Task<TenantId> OpenAsync(string slug)
    {
        var id = Id.New<TenantId>();
        await SaveAsync(id, db => db.Tenants.Add(Tenant.Open(id, slug, new ShopProfile(slug, Currency.Xof), DateTimeOffset.UnixEpoch, false).Value!));
        return id;
    }

    public Task<bool> SaveAsync(TenantId? tenant, Action<AppDbContext> change) => InAsync(tenant, scope => scope.GetRequiredService<IUnitOfWork>().RunAsync(
        _ =>
        {
            change(scope.GetRequiredService<AppDbContext>());
            return Task.FromResult(true);
        },
        _ => true,
        CancellationToken.None));

    public Task<List<JobRun>> RunsAsync(string name) =>
        InAsync(null, scope => scope.GetRequiredService<AppDbContext>().JobRuns.AsNoTracking().Where(j => j.Name == name).ToListAsync());

    /// <summary>The jobs of that name, once they are as wanted; a wait without end ends with the runner.</summary>
    public async Task<List<JobRun>> EventuallyAsync(string name, Func<List<JobRun>, bool> wanted)
    {
        while (true)
        {
            var runs = await RunsAsync(name);
            if (wanted(runs))
            {
                return runs;
            }

            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}

/// <summary>Retention in the test's hand: says for which shop it was asked, or breaks.</summary>
internal sealed class RowsInHand(ITenantScope tenant, RowsInHand.Diary diary) : IExpiredRows
{
    public Task<int> RemoveJournalAsync(DateTimeOffset before, int limit, CancellationToken ct)
    {
        diary.Shops.Enqueue(tenant.Id);
        return Task.FromResult(0);
    }

    public Task<int> RemoveSentContentsAsync(DateTimeOffset before, int limit, CancellationToken ct) => Task.FromResult(0);

    public Task<int> RemoveSignInsAsync(DateTimeOffset now, CancellationToken ct) =>
        diary.Breaks ? throw new TimeoutException("No answer for +228 90 12 34 56 of afi@example.com") : Task.FromResult(0);

    internal sealed class Diary
    {
        public System.Collections.Concurrent.ConcurrentQueue<TenantId> Shops { get; } = new();

        public bool Breaks { get; set; }
    }
}
