using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NSubstitute;
using WaSaas.Application;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.Infrastructure.Billing;
using WaSaas.Infrastructure.Llm;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.WhatsApp.SandboxControl;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Tests.Screens;

/// <summary>The pages over a real database and a real sandbox, for one vendor who is always signed in.</summary>
public sealed class PageHost : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wasaas-pages-").FullName;
    private readonly WebApplication _app;

    private PageHost(ISandboxNetwork sandbox, WhatsAppNetwork network, string environment, string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "WaSaas.WebUI",
            ContentRootPath = ContentRoot(),
            EnvironmentName = environment,
            Args = [$"--Data:Root={_folder}", "--urls=http://127.0.0.1:0", .. settings],
        });
        builder.Logging.ClearProviders();

        // Half of the product is not here: what no page of these tests asks for need not be resolvable.
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateScopes, options.ValidateOnBuild) = (true, false));
        AddDoubles(builder.Services, sandbox, network);
        builder.Services.AddApplication();
        builder.Services.AddPersistence(builder.Configuration);
        builder.Services.AddBilling(builder.Configuration, builder.Environment);
        builder.Services.AddSandboxControl();
        builder.Services.AddLlm(builder.Configuration, builder.Environment);
        builder.Services.AddWebFace(builder.Environment);
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, AlwaysSignedIn>("Test", o => o.ClaimsIssuer = Shop.Value.ToString());
        _app = builder.Build();
        _app.UseWebFaceGuards();
        _app.UseAuthentication();
        _app.Use((http, next) =>
        {
            http.RequestServices.GetRequiredService<ITenantScope>().Set(Shop);
            return next(http);
        });
        _app.UseRequestLocalization();
        _app.UseAuthorization();
        _app.MapWebFace();
    }

    public TenantId Shop { get; } = Id.New<TenantId>();

    public IWhatsAppSessions Sessions { get; } = Substitute.For<IWhatsAppSessions>();

    public Uri Url { get; private set; } = null!;

    public IMailOutbox Outbox { get; } = Substitute.For<IMailOutbox>();

    /// <param name="sandbox">Null: not up.</param>
    /// <param name="network">The one that is chosen.</param>
    /// <param name="environment">Name.</param>
    /// <param name="plan">Of the shop.</param>
    /// <param name="settings">As on a command line.</param>
    public static async Task<PageHost> StartAsync(
        ISandboxNetwork? sandbox = null,
        WhatsAppNetwork network = WhatsAppNetwork.Sandbox,
        string environment = "Development",
        Plan plan = Plan.Pro,
        params string[] settings)
    {
        var host = new PageHost(sandbox ?? Substitute.For<ISandboxNetwork>(), network, environment, settings);
        await host.ScopedAsync<AppDbContext, bool>(db => db.Database.EnsureCreatedAsync());
        await host.SaveAsync(db =>
        {
            db.Tenants.Add(Tenant.Open(host.Shop, "maison-adjoa", new ShopProfile("Maison Adjoa", Currency.Xof), DateTimeOffset.UnixEpoch, assistantPaused: false).Value!);
            db.Subscriptions.Add(Subscription.Grant(host.Shop, plan, DateTimeOffset.UnixEpoch));
        });
        await host._app.StartAsync();
        host.Url = new Uri(host._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return host;
    }

    public async Task SaveAsync(Action<AppDbContext> change)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(Shop);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().RunAsync(
            _ =>
            {
                change(scope.ServiceProvider.GetRequiredService<AppDbContext>());
                return Task.FromResult(true);
            },
            _ => true,
            CancellationToken.None);
    }

    public async Task<T> ScopedAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>All that lies in the shops' files.</summary>
    public string[] Files() => Directory.Exists(Path.Combine(_folder, "files")) ? Directory.GetFiles(Path.Combine(_folder, "files"), "*", SearchOption.AllDirectories) : [];

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private void AddDoubles(IServiceCollection services, ISandboxNetwork sandbox, WhatsAppNetwork network)
    {
        var kind = Substitute.For<IWhatsAppNetwork>();
        kind.Kind.Returns(network);
        Sessions.PairingOf(default).ReturnsForAnyArgs(PairingOffer.None);
        services.AddSingleton(kind);
        services.AddSingleton(Sessions);
        services.AddSingleton(sandbox);
        services.AddSingleton(Substitute.For<IWorkSignals>());
        var person = Substitute.For<ICurrentUser>();
        person.Id.Returns(Id.New<UserId>());
        person.Role.Returns(Role.Owner);
        services.AddScoped(_ => person);
        services.AddScoped(_ => Substitute.For<IConfirmedEmail>());
        services.AddScoped(_ => Substitute.For<IAccounts>());
        services.AddScoped(_ => Substitute.For<IBrowserSession>());
        services.AddSingleton(Substitute.For<IMailer>());
        services.AddSingleton(Substitute.For<IPublicAddress>());
        services.AddSingleton(Outbox);
    }

    private static string ContentRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "WebUI"));

    private sealed class AlwaysSignedIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            Claim[] claims = [new(ClaimTypes.Name, "adjoa@example.com"), new(AccessRules.ShopClaim, ClaimsIssuer), new(AccessRules.RoleClaim, AccessRules.OwnerRole)];
            var person = new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme.Name));
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(person, Scheme.Name)));
        }
    }
}
