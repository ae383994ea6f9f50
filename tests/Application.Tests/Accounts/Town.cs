using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Common;
using WaSaas.Infrastructure.Identity;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Application.Tests.Accounts;

/// <summary>An installation with real Identity, cookies and a SQLite file; the clock and the postman are in the test's hand.</summary>
public sealed class Town : IAsyncDisposable, IMailer, IPublicAddress
{
    public const string Password = "quatre tambours dorment ici";
    public static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("wasaas-tests-").FullName;

    private Town(Action<IServiceCollection>? change)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Root", _folder)]).Build();
        var live = new RecordingLive();
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<ILive>(live).AddSingleton<IWorkSignals>(live);
        services.AddSingleton<IMailer>(this).AddSingleton<IPublicAddress>(this);
        services.AddApplication().AddPersistence(configuration).AddPeople(cookie => cookie.Name = "person");
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        change?.Invoke(services);
        Services = services.BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public TestClock Clock { get; } = new(Noon);

    public List<Mail> Mails { get; } = [];

    public Uri Root { get; } = new("https://shops.example/");

    public static async Task<Town> StartAsync(Action<IServiceCollection>? change = null)
    {
        var town = new Town(change);
        await town.Services.MigrateAsync(CancellationToken.None);
        return town;
    }

    void IMailer.Send(Mail mail) => Mails.Add(mail);

    public Browser Browse() => new(Services);

    /// <summary>As the command line or a key does it: in a shop, with no browser.</summary>
    public async Task<T> SendAsync<T>(IRequest<T> request, TenantId? shop = null)
    {
        await using var scope = Services.CreateAsyncScope();
        if (shop is { } id)
        {
            scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(id);
        }

        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public async Task<T> ReadAsync<T>(TenantId? shop, Func<AppDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        if (shop is { } id)
        {
            scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(id);
        }

        return await read(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    public static SignUp NewShop(string email = "afi@example.com", string name = "Tissus Afi") => new(name, email, Password, "fr", "TG");

    /// <summary>Person and secret of the last link that was mailed.</summary>
    public (UserId User, string Token) LastLink() => LinkIn(Mails[^1].Body);

    public static (UserId User, string Token) LinkIn(string text)
    {
        var link = new Uri(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Single(w => w.StartsWith("https://", StringComparison.Ordinal)));
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(link.Query);
        return (new UserId(Guid.Parse(query["user"]!)), query["token"]!);
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
