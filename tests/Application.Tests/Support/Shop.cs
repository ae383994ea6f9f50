using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Application.Jobs;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Application.Tests.Support;

/// <summary>An installation with a real SQLite file, the clock in hand, and a network and an assistant that do as they are told.</summary>
public sealed class Installation : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("wasaas-tests-").FullName;
    private readonly ServiceProvider _services;

    private Installation(Action<IServiceCollection>? change, ConversationOptions options)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Root", _folder)]).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton(options);
        services.AddSingleton(new SendingOptions { PerChatMilliseconds = 0 });
        services.AddSingleton<ILive>(Live);
        services.AddSingleton<IWorkSignals>(Live);
        services.AddSingleton<IMessagingChannel>(Network);
        services.AddSingleton<IAssistant>(Assistant);
        services.AddSingleton<IJobQueue>(Jobs);
        services.AddApplication();
        services.AddPersistence(configuration);
        change?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    /// <summary>Of all shops.</summary>
    public int FilesOnDisk => new DirectoryInfo(Path.Combine(_folder, "files")) is { Exists: true } files ? files.GetFiles("*", SearchOption.AllDirectories).Length : 0;

    public TestClock Clock { get; } = new(Noon);

    public RecordingLive Live { get; } = new();

    public ScriptedNetwork Network { get; } = new();

    public ScriptedAssistant Assistant { get; } = new();

    public ScriptedJobs Jobs { get; } = new();

    public static async Task<Installation> StartAsync(Action<IServiceCollection>? change = null, ConversationOptions? options = null)
    {
        var installation = new Installation(change, options ?? new ConversationOptions());
        await installation._services.MigrateAsync(CancellationToken.None);
        return installation;
    }

    public async Task<Shop> OpenShopAsync(string name = "Maison Adjoa", bool paused = false, Plan plan = Plan.Business)
    {
        var id = Id.New<TenantId>();
        var shop = new Shop(this, id);
        var session = WhatsAppSession.Create(id, 1, Noon);
        session.Connect(Noon);
        session.Opened(Noon);
        await shop.SaveAsync(db =>
        {
            db.Tenants.Add(Tenant.Open(id, TextFold.Slug(name) + "-" + id.Value.ToString("n")[^6..], new ShopProfile(name, Currency.Xof), Noon, paused).Value!);
            db.Subscriptions.Add(Subscription.Grant(id, plan, Noon));
            db.Sessions.Add(session);
        });
        shop.Session = session.Id;
        return shop;
    }

    /// <summary>What the workers would find now.</summary>
    public async Task<IReadOnlyList<DueConversation>> DueAsync() =>
        [.. (await Get<IAcrossTenants>().NextTurnsAsync(100, CancellationToken.None)).Where(due => due.DueAt <= Clock.GetUtcNow())];

    public AsyncServiceScope NewScope(TenantId? tenant)
    {
        var scope = _services.CreateAsyncScope();
        if (tenant is { } id)
        {
            scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(id);
        }

        return scope;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>One shop of the installation; every call is a unit of work of its own.</summary>
public sealed class Shop(Installation installation, TenantId id)
{
    public TenantId Id => id;

    public Installation Installation => installation;

    public SessionId Session { get; set; }

    public async Task<T> SendAsync<T>(IRequest<T> request)
    {
        await using var scope = installation.NewScope(id);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    /// <summary>Stores a file; the name again.</summary>
    public Task<string> FileAsync(string name, params byte[] content) => UseAsync<IFileStore, string>(async files =>
    {
        await files.SaveAsync(name, content, CancellationToken.None);
        return name;
    });

    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = installation.NewScope(id);
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> read) => UseAsync(read);

    public Task SaveAsync(Action<AppDbContext> change) => UseAsync<AppDbContext, int>(db =>
    {
        change(db);
        return db.SaveChangesAsync();
    });

    /// <summary>The vendor changes her settings.</summary>
    public Task ChangeAsync(Action<Tenant> change) => SaveAsync(db => change(db.Tenants.Single()));

    /// <summary>A customer writes over WhatsApp.</summary>
    public Task<Received> HearAsync(string text, string from = "kossi@lid", string? id = null, string? phone = null, bool fromPhone = false) => SendAsync(new ReceiveMessage(
        Channel.WhatsApp,
        Session,
        id ?? Guid.NewGuid().ToString("n"),
        from,
        [new Address(AddressKind.Lid, from), .. phone is null ? Array.Empty<Address>() : [new Address(AddressKind.Phone, phone)]],
        null,
        "Kossi",
        fromPhone,
        MessageContent.OfText(text),
        installation.Clock.GetUtcNow()));

    public Task<AssistantAnswer?> AnswerAsync(ConversationId conversation) =>
        UseAsync<RunTurn, AssistantAnswer?>(turns => turns.ForAsync(conversation, CancellationToken.None));

    public Task<bool> DeliverAsync(ConversationId conversation) => UseAsync<Deliver, bool>(async deliver =>
    {
        await deliver.ForAsync(conversation, CancellationToken.None);
        return true;
    });

    public async Task<ConversationThread> ThreadAsync(ConversationId conversation) => (await SendAsync(new GetThread(conversation)))!;

    public Task<Conversation> ConversationAsync(ConversationId conversation) =>
        ReadAsync(db => db.Conversations.AsNoTracking().SingleAsync(c => c.Id == conversation));
}
