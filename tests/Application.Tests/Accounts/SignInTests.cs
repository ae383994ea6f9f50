using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tests.Accounts;

public sealed class SignInTests
{
    private static readonly SignIn Right = new("afi@example.com", Town.Password);
    private static readonly SignIn Wrong = new("afi@example.com", "another password");

    [Fact]
    public async Task The_right_password_signs_in_and_a_wrong_one_says_no_more_than_an_unknown_address()
    {
        await using var town = await WithAfiAsync();

        Assert.True((await town.Browse().SendAsync(Right)).IsOk);
        var wrong = await town.Browse().SendAsync(Wrong);
        var unknown = await town.Browse().SendAsync(new SignIn("nobody@example.com", Town.Password));

        Assert.Equal(AccountErrors.SignInRefused, wrong.Error);
        Assert.Equal(wrong.Error!.Message, unknown.Error!.Message);
    }

    [Fact]
    public async Task Five_wrong_tries_lock_the_account_for_a_quarter_of_an_hour()
    {
        await using var town = await WithAfiAsync();
        for (var i = 0; i < 5; i++)
        {
            await town.Browse().SendAsync(Wrong);
        }

        Assert.Equal(AccountErrors.SignInRefused, (await town.Browse().SendAsync(Right)).Error);
        town.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.True((await town.Browse().SendAsync(Right)).IsOk);
    }

    [Fact]
    public async Task Guesses_that_arrive_together_cannot_pass_the_lock_together()
    {
        await using var town = await WithAfiAsync();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => town.Browse().SendAsync(Wrong)));

        Assert.NotNull((await town.ReadAsync(null, db => db.Users.SingleAsync())).LockoutEnd);
        Assert.Equal(AccountErrors.SignInRefused, (await town.Browse().SendAsync(Right)).Error);
    }

    [Fact]
    public async Task A_success_forgives_the_tries_before_it()
    {
        await using var town = await WithAfiAsync();
        for (var i = 0; i < 4; i++)
        {
            await town.Browse().SendAsync(Wrong);
        }

        await town.Browse().SendAsync(Right);
        await town.Browse().SendAsync(Wrong);

        Assert.True((await town.Browse().SendAsync(Right)).IsOk);
    }

    [Fact]
    public async Task Signing_out_kills_every_copy_of_the_cookie()
    {
        await using var town = await WithAfiAsync();
        var browser = town.Browse();
        await browser.SendAsync(Right);
        var thief = town.Browse();
        thief.Cookie = browser.Cookie;
        Assert.True(await thief.IsSignedInAsync());

        await browser.SendAsync(new SignOut());

        Assert.False(await thief.IsSignedInAsync());
    }

    [Fact]
    public async Task Signing_in_again_ends_the_sign_in_before()
    {
        await using var town = await WithAfiAsync();
        var (browser, old) = (town.Browse(), town.Browse());
        await browser.SendAsync(Right);
        old.Cookie = browser.Cookie;

        await browser.SendAsync(Right);

        Assert.False(await old.IsSignedInAsync());
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Eight_idle_hours_end_a_sign_in()
    {
        await using var town = await WithAfiAsync();
        var browser = town.Browse();
        await browser.SendAsync(Right);

        town.Clock.Advance(TimeSpan.FromHours(7.9));
        Assert.True(await browser.IsSignedInAsync());
        town.Clock.Advance(TimeSpan.FromHours(8.1));
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Thirty_days_end_a_sign_in_however_busy_it_was()
    {
        await using var town = await WithAfiAsync();
        var browser = town.Browse();
        await browser.SendAsync(Right);
        for (var at = TimeSpan.Zero; at < TimeSpan.FromDays(29.9); at += TimeSpan.FromHours(6))
        {
            Assert.True(await browser.IsSignedInAsync());
            town.Clock.Advance(TimeSpan.FromHours(6));
            await browser.RenewAsync(town.Clock.GetUtcNow());
        }

        town.Clock.Advance(TimeSpan.FromHours(6));
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task The_cookie_holds_no_shop_that_somebody_could_keep()
    {
        await using var town = await WithAfiAsync();
        var browser = town.Browse();
        await browser.SendAsync(Right);
        var shop = Guid.Parse((await browser.WhoAsync()).FindFirst(PersonClaims.Shop)!.Value);

        await town.ReadAsync(new TenantId(shop), db => db.Memberships.ExecuteDeleteAsync());

        Assert.Null((await browser.WhoAsync()).FindFirst(PersonClaims.Shop));
    }

    private static async Task<Town> WithAfiAsync()
    {
        var town = await Town.StartAsync();
        await town.Browse().SendAsync(Town.NewShop());
        return town;
    }
}
