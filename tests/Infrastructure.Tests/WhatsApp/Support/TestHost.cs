using System.Diagnostics;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NSubstitute;
using WaSaas.Application;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Application.Speech;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Infrastructure.Jobs;
using WaSaas.Infrastructure.Llm;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.Speech;
using WaSaas.Infrastructure.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Fleet;
using WaSaas.Infrastructure.WhatsApp.Processes;

namespace WaSaas.Infrastructure.Tests.WhatsApp.Support;

/// <summary>A host without pages: application, database, WhatsApp and workers over one data folder. May be built again over it.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    /// <summary>Setting by which the product's own assistant answers, and not an echo.</summary>
    public const string RealAssistant = "Test:RealAssistant";

    private readonly IHost _host;

    private TestHost(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public static async Task<TestHost> StartAsync(string dataRoot, IReadOnlyDictionary<string, string?> settings)
    {
        var host = await PrepareAsync(dataRoot, settings);
        await host._host.StartAsync();
        return host;
    }

    /// <summary>With its database, but nothing runs.</summary>
    public static async Task<TestHost> PrepareAsync(string dataRoot, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var host = new TestHost(Build(dataRoot, settings ?? new Dictionary<string, string?>()));
        await host.InAsync<AppDbContext, bool>(null, db => db.Database.EnsureCreatedAsync());
        return host;
    }

    public static IHost Build(string dataRoot, IReadOnlyDictionary<string, string?> settings, string environment = "Development")
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection([new("Data:Root", dataRoot), new("Conversations:DebounceMilliseconds", "0")]).AddInMemoryCollection(settings);
        if (Environment.GetEnvironmentVariable("WASAAS_TEST_LOG") is { Length: > 0 } file)
        {
            builder.Logging.AddProvider(new FileLog(file)).AddFilter("Microsoft", LogLevel.Warning);
        }

        builder.Services.AddSingleton<ILive, RecordingLive>();
        builder.Services.AddSingleton<ICurrentUser, Nobody>();
        builder.Services.AddSingleton<IConfirmedEmail, ConfirmedOwner>();
        builder.Services.AddSingleton(Substitute.For<IJobQueue>());
        if (builder.Configuration[RealAssistant] is null)
        {
            builder.Services.AddSingleton<IAssistant, EchoAssistant>();
        }

        builder.Services.AddAssistant().AddLlm(builder.Configuration, builder.Environment);
        builder.Services.AddSpeech(builder.Configuration, builder.Environment);
        if (!settings.ContainsKey("Speech:BaseUrl"))
        {
            builder.Services.AddSingleton<ISpeechToText, CountingEars>();
        }

        builder.Services.AddApplication().AddPersistence(builder.Configuration).AddConversationSignals(builder.Configuration);
        builder.Services.AddWhatsApp(builder.Configuration, builder.Environment).AddConversationWorkers();
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataRoot, "keys")));
        return builder.Build();
    }

    public Task<T> SendAsync<T>(TenantId tenant, IRequest<T> request) => InAsync<IMediator, T>(tenant, mediator => mediator.Send(request));

    public async Task<T> InAsync<TService, T>(TenantId? tenant, Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        if (tenant is { } id)
        {
            scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(id);
        }

        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>As a crash or the kernel would: without a word before.</summary>
    public Task KillGatewayAsync() => KillAsync(Services.GetRequiredService<GatewaySupervisor>().ProcessIds.Single());

    /// <summary>Process ids of the gateways.</summary>
    public IReadOnlyList<int> Gateways => [.. Services.GetRequiredService<GatewaySupervisor>().ProcessIds];

    /// <summary>What former owners asked or told, and was refused.</summary>
    public IReadOnlyDictionary<string, int> Fenced => Services.GetRequiredService<RunningSessions>().FencedWords;

    public static Task KillGatewayAsync(int id) => KillAsync(id);

    public Task MoveAsync(DueSession session) => Services.GetRequiredService<SessionPool>().MoveAsync(session);

    public Task LoseAsync(DueSession session, long epoch) => Services.GetRequiredService<GatewaySessions>().LoseAsync(session.SessionId, epoch);

    public Task ExchangeAsync() => Services.GetRequiredService<GatewaySupervisor>().ExchangeAsync(CancellationToken.None);

    public Task RecoverAsync()
    {
        Services.GetRequiredService<RecoverySignal>().Raise();
        return Task.CompletedTask;
    }

    /// <summary>The owner's number that the running side believes in.</summary>
    public Task<long> EpochHeldAsync(DueSession session) => Task.FromResult(Services.GetRequiredService<RunningSessions>().Find(session.SessionId)!.Epoch);

    /// <summary>The process in which a session runs.</summary>
    public Task<int> ProcessOfAsync(DueSession session)
    {
        var link = Services.GetRequiredService<RunningSessions>().Find(session.SessionId)!.Link!;
        return Task.FromResult(Services.GetRequiredService<GatewaySupervisor>().ProcessIdOf(link)!.Value);
    }

    /// <summary>Asks a gateway how its sessions are, as the supervisor does now and then.</summary>
    public Task<bool> CheckAsync(int id) => Services.GetRequiredService<GatewayCheck>().AskAsync(Services.GetRequiredService<GatewaySupervisor>().LinkOf(id)!);

    /// <summary>Stops a process in the middle of whatever it does, until the result is disposed.</summary>
    public static IDisposable Pause(int id) => new Pause(id);

    public Task KillSandboxAsync() => KillAsync(Services.GetRequiredService<SandboxProcess>().ProcessId!.Value);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    private static async Task KillAsync(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
        await process.WaitForExitAsync();
    }
}
