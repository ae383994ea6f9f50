using Microsoft.EntityFrameworkCore;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Tests.WhatsApp.Support;

/// <summary>A shop with a phone in the sandbox. The host may be another one after a restart.</summary>
internal sealed class LinkedShop(TenantId id, string phone)
{
    public TenantId Id => id;

    public string Phone => phone;

    public required TestHost Host { get; set; }

    public required SandboxClient Sandbox { get; set; }

    public static async Task<LinkedShop> OpenAsync(TestHost host, SandboxClient sandbox)
    {
        var shop = new LinkedShop(Domain.Common.Id.New<TenantId>(), SandboxFixture.NewNumber()) { Host = host, Sandbox = sandbox };
        await sandbox.AddPhoneAsync(shop.Phone, "Adjoa");
        await host.InAsync<AppDbContext, int>(shop.Id, db =>
        {
            db.Tenants.Add(Tenant.Open(shop.Id, "shop-" + shop.Id.Value.ToString("n"), new ShopProfile("Maison Adjoa", Currency.Xof), DateTimeOffset.UnixEpoch, false).Value!);
            db.Subscriptions.Add(Subscription.Grant(shop.Id, Plan.Business, DateTimeOffset.UnixEpoch));
            return db.SaveChangesAsync();
        });
        return shop;
    }

    public async Task ConnectAsync(LinkMethod method) =>
        Assert.Null((await Host.SendAsync(id, new ConnectSession(null, method, "+" + phone, null))).Error);

    public async Task LinkByQrAsync()
    {
        await ConnectAsync(LinkMethod.Qr);
        await Sandbox.ScanAsync(phone, (await StatusAsync(s => s.Qr is not null, "a QR")).Qr!);
        await UntilAsync("connected");
    }

    public async Task<WhatsAppStatus> StatusAsync() => (await Host.SendAsync(id, new GetWhatsAppStatus(null)))!;

    public Task<WhatsAppStatus> StatusAsync(Func<WhatsAppStatus, bool> fits, string what) => Eventually.GetAsync(async () =>
    {
        var status = await StatusAsync();
        return fits(status) ? status : null;
    }, what);

    public Task<WhatsAppStatus> UntilAsync(string state) => StatusAsync(s => s.State == state, state);

    /// <summary>All messages of the shop, in the order of their conversations.</summary>
    public Task<List<Message>> MessagesAsync() =>
        Host.InAsync<AppDbContext, List<Message>>(id, db => db.Messages.AsNoTracking().OrderBy(m => m.ConversationId).ThenBy(m => m.Sequence).ToListAsync());

    public Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> read) => Host.InAsync(id, read);

    public async Task<string> NewCustomerAsync(string name = "Kossi")
    {
        var customer = SandboxFixture.NewNumber();
        await Sandbox.AddCustomerAsync(customer, name);
        return customer;
    }

    /// <summary>Waits until the customer's phone shows that many messages from the shop.</summary>
    public Task<IReadOnlyList<(string Id, string Text)>> ShownAsync(string customer, int count) => Eventually.GetAsync<IReadOnlyList<(string Id, string Text)>>(async () =>
    {
        var shown = await Sandbox.ShownAsync(customer, phone);
        return shown.Count >= count ? shown : null;
    }, $"{count} messages on the customer's phone");
}
