using System.Diagnostics;
using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WaSaas.Application;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Jobs;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.WhatsApp;
using WaSaas.Infrastructure.WhatsApp.Processes;

namespace WaSaas.Benchmarks.Sessions;

/// <summary>The product without pages: gateway, database on disk, workers; an assistant that says back what it heard.</summary>
internal sealed class WholeHost : ISubject
{
    private readonly string _data = Directory.CreateTempSubdirectory("wasaas-bench-").FullName;
    private readonly List<TenantId> _shops = [];
    private IHost _host = null!;
    private bool _echo;

    public string Name => "gateway";

    public IReadOnlyList<int> Processes => [ProcessId, Environment.ProcessId];

    public int ProcessId => _host.Services.GetRequiredService<GatewaySupervisor>().ProcessIds.Single();

    public static async Task<WholeHost> StartAsync(Network network)
    {
        var subject = new WholeHost { Network = network };
        subject._host = subject.Build(network);
        await subject.InAsync<AppDbContext, bool>(null, db => db.Database.EnsureCreatedAsync());
        await subject._host.StartAsync();
        return subject;
    }

    public async Task LinkAsync(string phone)
    {
        var shop = Id.New<TenantId>();
        await InAsync<AppDbContext, int>(shop, db =>
        {
            db.Tenants.Add(Tenant.Open(shop, "shop-" + phone, new ShopProfile("Shop", Currency.Xof), DateTimeOffset.UnixEpoch, !_echo).Value!);
            db.Subscriptions.Add(Subscription.Grant(shop, Plan.Business, DateTimeOffset.UnixEpoch));
            return db.SaveChangesAsync();
        });
        _shops.Add(shop);
        await SendAsync(shop, new ConnectSession(null, LinkMethod.Qr, null, null));
        var qr = (await UntilAsync(shop, s => s.Qr is not null)).Qr!;
        await Network.ScanAsync(phone, qr);
        await UntilAsync(shop, s => s.State == "connected");
    }

    public required Network Network { get; init; }

    /// <summary>As after a crash: the process is killed and its successor brings all back.</summary>
    public async Task ResumeAsync()
    {
        using (var gateway = Process.GetProcessById(ProcessId))
        {
            gateway.Kill();
            await gateway.WaitForExitAsync();
        }

        var up = (await InAsync<AppDbContext, List<DateTimeOffset>>(_shops[0], db => db.Sessions.Select(s => s.Since).ToListAsync())).Max();
        await Task.WhenAll(_shops.Select(shop => UntilAsync(shop, s => s.State == "connected" && s.Since > up)));
    }

    public Task EchoAsync(bool on)
    {
        _echo = on;
        return Task.CompletedTask;
    }

    /// <summary>The journal is the inbox: a row in it was committed with the ratchet step, before WhatsApp got its receipt.</summary>
    public Task<long> ReceivedAsync() => SumAsync(db => db.WhatsAppJournal.CountAsync(r => r.Message != null));

    public Task<long> ReadAsync() => SumAsync(db => db.Messages.CountAsync(m => m.Author == MessageAuthor.Customer));

    public Task<string> BreakdownAsync() => InAsync<AppDbContext, string>(_shops[0], async db =>
    {
        var heard = await db.WhatsAppJournal.Where(r => r.Message != null).OrderBy(r => r.Number).Select(r => r.ReceivedAt).ToListAsync();
        var said = await db.Messages.Where(m => m.Author == MessageAuthor.Assistant && m.HandedOverAt != null).OrderBy(m => m.Sequence)
            .Select(m => new { m.At, Ratcheted = m.RatchetedAt!.Value, Handed = m.HandedOverAt!.Value }).ToListAsync();
        var steps = heard.Zip(said, (h, s) => new[] { s.At - h, s.Ratcheted - s.At, s.Handed - s.Ratcheted }.Select(t => t.TotalMilliseconds).ToArray()).ToList();
        var medians = Enumerable.Range(0, 3).Select(i => steps.Select(s => s[i]).Order().ElementAt(steps.Count / 2)).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"durable → answer committed {medians[0]:f1} ms, → ratchet committed {medians[1]:f1} ms, → handed over {medians[2]:f1} ms (medians)");
    });

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    private async Task<long> SumAsync(Func<AppDbContext, Task<int>> count)
    {
        var counts = new List<int>();
        foreach (var shop in _shops)
        {
            counts.Add(await InAsync(shop, count));
        }

        return counts.Sum();
    }

    private IHost Build(Network network)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Data:Root"] = _data,
            ["Conversations:DebounceMilliseconds"] = "0",
            ["WhatsApp:Network"] = "Custom",
            ["WhatsApp:ServerUrl"] = network.Get("serverUrl"),
            ["WhatsApp:RootKey"] = network.Get("rootKey"),
            ["WhatsApp:MediaCa"] = network.Get("mediaCa"),
            ["WhatsApp:Sending:PerChatMilliseconds"] = "0",
            ["WhatsApp:Sending:MessagesPerDay"] = "1000000",
            ["WhatsApp:Sending:MessagesOnFirstDay"] = "1000000",
            ["Conversations:TurnsPerContactHour"] = "100000",
            ["Conversations:TurnsPerContactDay"] = "100000",
            ["Conversations:TurnsPerShopHour"] = "1000000",
            ["Conversations:TurnsPerShopDay"] = "1000000",
        });
        builder.Services.AddSingleton<ILive, Silence>().AddSingleton<ICurrentUser, Nobody>().AddSingleton<IConfirmedEmail, Nobody>().AddSingleton<IAssistant, Echo>();
        builder.Services.AddApplication().AddPersistence(builder.Configuration).AddConversationSignals(builder.Configuration);
        builder.Services.AddWhatsApp(builder.Configuration, builder.Environment).AddJobs(builder.Configuration).AddConversationWorkers();
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(_data, "keys")));
        return builder.Build();
    }

    private async Task<WhatsAppStatus> UntilAsync(TenantId shop, Func<WhatsAppStatus, bool> fits)
    {
        while (true)
        {
            if (await SendAsync(shop, new GetWhatsAppStatus(null)) is { } status && fits(status))
            {
                return status;
            }

            await Task.Delay(100);
        }
    }

    private Task<T> SendAsync<T>(TenantId shop, IRequest<T> request) => InAsync<IMediator, T>(shop, mediator => mediator.Send(request));

    private async Task<T> InAsync<TService, T>(TenantId? shop, Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = _host.Services.CreateAsyncScope();
        if (shop is { } id)
        {
            scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(id);
        }

        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private sealed class Echo : IAssistant
    {
        public Task<AssistantAnswer> AnswerAsync(TurnContext turn, CancellationToken ct) =>
            Task.FromResult(new AssistantAnswer([AssistantReply.OfText("re: " + turn.Incoming[^1].Text)], "fr", null, "embedded", []));
    }

    private sealed class Silence : ILive
    {
        public void Announce(Guid tenantId, string topic, Guid? subjectId = null)
        {
        }
    }

    private sealed class Nobody : ICurrentUser, IConfirmedEmail
    {
        UserId? ICurrentUser.Id => null;

        Domain.Tenants.Role? ICurrentUser.Role => null;

        public Task<bool> IsConfirmedAsync(UserId? user, CancellationToken ct) => Task.FromResult(true);
    }
}
