using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.WhatsApp.Keys;

namespace WaSaas.Infrastructure.Tests.WhatsApp.Support;

/// <summary>A shop with a session that is owned and does not run: what a gateway would do to its stores is done by hand.</summary>
internal sealed class StoredSession
{
    public required TestHost Host { get; set; }

    public TenantId Tenant { get; private init; } = Domain.Common.Id.New<TenantId>();

    public SessionId Id { get; private set; }

    public long Epoch { get; private set; }

    public static async Task<StoredSession> CreateAsync(TestHost host)
    {
        var stored = new StoredSession { Host = host };
        await stored.ReadAsync(db =>
        {
            db.Tenants.Add(Domain.Tenants.Tenant.Open(stored.Tenant, "shop-" + stored.Tenant.Value.ToString("n"), new ShopProfile("Shop", Currency.Xof), DateTimeOffset.UnixEpoch, false).Value!);
            db.Subscriptions.Add(Subscription.Grant(stored.Tenant, Plan.Business, DateTimeOffset.UnixEpoch));
            return db.SaveChangesAsync();
        });
        await stored.AddAsync(position: 1);
        return stored;
    }

    /// <summary>The same shop's second number.</summary>
    public async Task<StoredSession> SecondAsync()
    {
        var second = new StoredSession { Host = Host, Tenant = Tenant };
        await second.AddAsync(position: 2);
        return second;
    }

    public Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> read) => Host.InAsync(Tenant, read);

    public Task<T> UseAsync<T>(Func<KeyStore, Task<T>> use) => Host.InAsync(Tenant, use);

    public Task CommitAsync(
        string? creds = null, IReadOnlyList<KeyWrite>? keys = null, IReadOnlyList<JournalWrite>? journal = null, IReadOnlyList<SentWrite>? sent = null) => UseAsync(async store =>
        {
            var commit = new KeyCommit(creds is null ? null : System.Text.Encoding.UTF8.GetBytes(creds), keys, journal, sent);
            await store.CommitAsync(Id, Epoch, commit, CancellationToken.None);
            return true;
        });

    public Task ResetAsync() => UseAsync(async store =>
    {
        await store.ResetAsync(Id, Epoch, CancellationToken.None);
        return true;
    });

    private async Task AddAsync(int position)
    {
        var session = WhatsAppSession.Create(Tenant, position, DateTimeOffset.UnixEpoch);
        session.Connect(DateTimeOffset.UnixEpoch);
        await ReadAsync(db =>
        {
            db.Sessions.Add(session);
            return db.SaveChangesAsync();
        });
        Id = session.Id;
        Epoch = (await Host.SendAsync(Tenant, new TakeSession(Id, SessionWish.Link)))!.Value;
    }
}
