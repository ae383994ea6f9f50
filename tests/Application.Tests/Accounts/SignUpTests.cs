using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tests.Accounts;

public sealed class SignUpTests
{
    [Fact]
    public async Task Sign_up_opens_a_shop_on_trial_with_its_owner_signed_in_and_the_assistant_waiting()
    {
        await using var town = await Town.StartAsync();
        var browser = town.Browse();

        var shop = (await browser.SendAsync(Town.NewShop())).Value;

        var who = await browser.WhoAsync();
        Assert.Equal(shop.Value.ToString(), who.FindFirst(PersonClaims.Shop)?.Value);
        Assert.Equal(PersonClaims.Owner, who.FindFirst(PersonClaims.Role)?.Value);
        var tenant = await town.ReadAsync(shop, db => db.Tenants.SingleAsync());
        Assert.Equal(("tissus-afi", "XOF", "fr-TG", "Africa/Lome", true), (tenant.Slug, tenant.Currency.Code, tenant.Locale, tenant.TimeZone, tenant.Assistant.Paused));
        Assert.Equal(Role.Owner, (await town.ReadAsync(shop, db => db.Memberships.SingleAsync())).Role);
        var subscription = await town.ReadAsync(shop, db => db.Subscriptions.SingleAsync());
        Assert.Equal((Plan.Pro, 14), (subscription.PlanAt(Town.Noon), subscription.TrialDaysLeftAt(Town.Noon)));
        Assert.Contains("/confirm-email?", Assert.Single(town.Mails).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_transaction_fails_neither_person_nor_shop_is_left()
    {
        await using var town = await Town.StartAsync(services =>
        {
            var real = services.Single(s => s.ServiceType == typeof(IUnitOfWork)).ImplementationType!;
            services.AddScoped<IUnitOfWork>(sp => new Torn((IUnitOfWork)ActivatorUtilities.CreateInstance(sp, real)));
        });

        await Assert.ThrowsAsync<IOException>(() => town.Browse().SendAsync(Town.NewShop()));

        Assert.False(await town.ReadAsync(null, db => db.Users.AnyAsync()));
        Assert.Empty(await town.Services.GetRequiredService<IAcrossTenants>().ShopsAsync(CancellationToken.None));
        Assert.Empty(town.Mails);
    }

    [Fact]
    public async Task Shops_of_the_same_name_get_different_slugs()
    {
        await using var town = await Town.StartAsync();

        await town.Browse().SendAsync(Town.NewShop());
        var second = (await town.Browse().SendAsync(Town.NewShop("awa@example.com"))).Value;

        Assert.Equal("tissus-afi-2", (await town.ReadAsync(second, db => db.Tenants.SingleAsync())).Slug);
    }

    [Fact]
    public async Task A_known_address_opens_no_second_account()
    {
        await using var town = await Town.StartAsync();
        await town.Browse().SendAsync(Town.NewShop());

        var again = await town.Browse().SendAsync(Town.NewShop("AFI@example.com", "Autre"));

        Assert.Equal(AccountErrors.EmailTaken, again.Error);
        Assert.Single(await town.Services.GetRequiredService<IAcrossTenants>().ShopsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Country_currency_and_address_are_checked()
    {
        await using var town = await Town.StartAsync();

        Assert.Equal(AccountErrors.EmailInvalid, (await town.Browse().SendAsync(Town.NewShop("afi at example"))).Error);
        Assert.Equal(AccountErrors.CountryUnknown, (await town.Browse().SendAsync(Town.NewShop() with { Country = "Togo" })).Error);
        Assert.Equal(AccountErrors.CurrencyUnknown, (await town.Browse().SendAsync(Town.NewShop() with { Currency = "ABC" })).Error);
        Assert.Equal("shop_name_length", (await town.Browse().SendAsync(Town.NewShop(name: " "))).Error!.Code);
    }

    [Fact]
    public async Task A_person_who_is_signed_in_opens_no_shop_in_the_name_of_another()
    {
        await using var town = await Town.StartAsync();
        var browser = town.Browse();
        await browser.SendAsync(Town.NewShop());

        Assert.Equal(AccountErrors.AlreadySignedIn, (await browser.SendAsync(Town.NewShop("awa@example.com"))).Error);
    }

    /// <summary>Does the work and loses the power before the commit.</summary>
    private sealed class Torn(IUnitOfWork real) : IUnitOfWork
    {
        public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keep, CancellationToken ct) => real.RunAsync<T>(
            async token =>
            {
                await work(token);
                throw new IOException("The power is gone.");
            },
            keep,
            ct);
    }
}
