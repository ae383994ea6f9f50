using WaSaas.Application.Common;

namespace WaSaas.Application.Accounts;

/// <summary>The last step of every way in: the person is who she says, and this browser gets its sign-in.</summary>
internal sealed class Entrance(IAcrossTenants all, ITenantScope tenant, IBrowserSession browser)
{
    /// <summary>Into the shop where she was, when she proves again who she is; else into her first.</summary>
    public async Task LetInAsync(Person person, SignInMeans means, CancellationToken ct)
    {
        var shops = (await all.MembershipsOfAsync(person.Id, ct)).Where(s => !s.IsStopped).ToList();
        var shop = shops.Find(s => tenant.IsSet && s.TenantId == tenant.Id) ?? shops.FirstOrDefault();
        await browser.StartAsync(person, shop?.TenantId, means, ct);
    }
}
