using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Domain.Common;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.WebUI.Tests.Ui.Support;

/// <summary>Makes the owner of a shop an operator; her claims are read again at each request.</summary>
public static class Operators
{
    /// <param name="host">The installation.</param>
    /// <param name="shop">Hers.</param>
    /// <param name="proven">As if she had signed in with a second factor.</param>
    public static Task<int> AppointAsync(UiHost host, TenantId shop, bool proven = true) => host.InShopAsync(shop, async s =>
    {
        var db = s.GetRequiredService<AppDbContext>();
        var owner = (await db.Memberships.SingleAsync()).UserId.Value;
        if (proven)
        {
            await db.UserTokens.Where(t => t.UserId == owner && t.LoginProvider == "sign-in")
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, t => t.Value!.Replace(" Password ", " SecondFactor ")));
        }

        return await db.Users.Where(u => u.Id == owner).ExecuteUpdateAsync(set => set.SetProperty(u => u.IsOperator, true));
    });
}
