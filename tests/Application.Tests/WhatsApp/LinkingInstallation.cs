using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Common;
using WaSaas.Application.Tests.Support;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Tests.WhatsApp;

/// <summary>An installation whose running side only notes what it is told; network and e-mail are as the test wants.</summary>
internal sealed class LinkingInstallation : IWhatsAppSessions, IWhatsAppNetwork, IConfirmedEmail, ICurrentUser, IAsyncDisposable
{
    private Installation _installation = null!;

    public WhatsAppNetwork Kind { get; set; } = WhatsAppNetwork.Sandbox;

    public bool EmailIsConfirmed { get; set; } = true;

    public UserId? Id => null;

    public Role? Role => null;

    public PairingOffer Offer { get; set; } = PairingOffer.None;

    /// <summary>What the running side was told, in order; noted with the state that was stored by then.</summary>
    public List<string> Told { get; } = [];

    public TestClock Clock => _installation.Clock;

    public static async Task<LinkingInstallation> StartAsync()
    {
        var linking = new LinkingInstallation();
        linking._installation = await Installation.StartAsync(services =>
        {
            services.AddSingleton<IWhatsAppSessions>(linking);
            services.AddSingleton<IWhatsAppNetwork>(linking);
            services.AddSingleton<IConfirmedEmail>(linking);
            services.AddSingleton<ICurrentUser>(linking);
        });
        return linking;
    }

    /// <summary>A shop whose first number is connected.</summary>
    public Task<Shop> OpenLinkedShopAsync(Plan plan = Plan.Business) => _installation.OpenShopAsync(plan: plan);

    /// <summary>A shop that never linked anything.</summary>
    public async Task<Shop> OpenNewShopAsync()
    {
        var shop = await OpenLinkedShopAsync();
        await shop.ReadAsync(db => db.Sessions.ExecuteDeleteAsync());
        return shop;
    }

    /// <summary>The job, which belongs to no shop.</summary>
    public async Task<Result> WatchAsync()
    {
        await using var scope = _installation.NewScope(null);
        return await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(new WatchSessions());
    }

    public async Task LinkAsync(DueSession session, LinkMethod method, string? phone, CancellationToken ct) =>
        Told.Add($"link {method} {phone} {await StoredStateAsync(session)}".Replace("  ", " ", StringComparison.Ordinal));

    public async Task ResumeAsync(DueSession session, CancellationToken ct) => Told.Add($"resume {await StoredStateAsync(session)}");

    public async Task MendAsync(DueSession session, CancellationToken ct) =>
        Told.Add($"mend {await new Shop(_installation, session.TenantId).SendAsync(new MendSession(session.SessionId))}");

    public async Task StopAsync(DueSession session, CancellationToken ct) => Told.Add($"stop {await StoredStateAsync(session)}");

    public async Task LogoutAsync(DueSession session, CancellationToken ct) => Told.Add($"logout {await StoredStateAsync(session)}");

    public PairingOffer PairingOf(SessionId session) => Offer;

    public Task<bool> IsConfirmedAsync(UserId? user, CancellationToken ct) => Task.FromResult(EmailIsConfirmed);

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    /// <summary>Read in a scope of its own: only what is committed counts.</summary>
    private Task<SessionState> StoredStateAsync(DueSession session) =>
        new Shop(_installation, session.TenantId).ReadAsync(db => db.Sessions.Where(s => s.Id == session.SessionId).Select(s => s.State).SingleAsync());
}
