using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Retention;

namespace WaSaas.Application.Tests.Accounts;

/// <summary>The nightly clean-up of what belongs to no shop.</summary>
public sealed class SignInPurgeTests
{
    [Fact]
    public async Task Sign_ins_that_are_over_leave_the_table_and_those_that_count_stay()
    {
        await using var town = await Town.StartAsync();
        var (old, fresh) = (town.Browse(), town.Browse());
        await old.SendAsync(Town.NewShop());
        town.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        await fresh.SendAsync(new SignIn("afi@example.com", Town.Password));
        await town.SendAsync(new PurgeInstallation());
        Assert.Equal(2, await SignInsAsync(town));

        town.Clock.Advance(TimeSpan.FromMinutes(2));
        await town.SendAsync(new PurgeInstallation());

        Assert.Equal(1, await SignInsAsync(town));
        Assert.True(await fresh.IsSignedInAsync());
        Assert.False(await old.IsSignedInAsync());
    }

    [Fact]
    public async Task Other_tokens_of_a_person_are_not_sign_ins_and_stay()
    {
        await using var town = await Town.StartAsync();
        var afi = town.Browse();
        await afi.SendAsync(Town.NewShop());
        await town.ReadAsync(null, async db =>
        {
            var user = await db.Users.SingleAsync();
            db.UserTokens.Add(new() { UserId = user.Id, LoginProvider = "other", Name = "kept", Value = "0000000001" });
            return await db.SaveChangesAsync();
        });

        town.Clock.Advance(TimeSpan.FromDays(400));
        await town.SendAsync(new PurgeInstallation());

        Assert.Equal(["kept"], await town.ReadAsync(null, db => db.UserTokens.Select(t => t.Name).ToListAsync()));
    }

    private static Task<int> SignInsAsync(Town town) => town.ReadAsync(null, db => db.UserTokens.CountAsync(t => t.LoginProvider == "sign-in"));
}
