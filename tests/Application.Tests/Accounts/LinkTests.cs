using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.AspNetCore.Identity;
using WaSaas.Application.Accounts;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tests.Accounts;

public sealed class LinkTests
{
    private const string NewPassword = "sept hiboux lisent dehors";

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_a_mailed_link_that_works_once()
    {
        await using var town = await WithAfiAsync();
        await town.SendAsync(new RequestPasswordReset("afi@example.com"));
        var (user, token) = town.LastLink();

        Assert.True((await town.SendAsync(new ResetPassword(user, token, NewPassword))).IsOk);
        Assert.Equal(AccountErrors.LinkInvalid, (await town.SendAsync(new ResetPassword(user, token, "une autre phrase longue"))).Error);

        Assert.True((await town.Browse().SendAsync(new SignIn("afi@example.com", NewPassword))).IsOk);
        Assert.Equal(AccountErrors.SignInRefused, (await town.Browse().SendAsync(new SignIn("afi@example.com", Town.Password))).Error);
    }

    [Fact]
    public async Task Of_two_people_with_one_link_one_gets_it()
    {
        await using var town = await WithAfiAsync();
        await town.SendAsync(new RequestPasswordReset("afi@example.com"));
        var (user, token) = town.LastLink();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => town.SendAsync(new ResetPassword(user, token, $"{NewPassword} {i}"))));

        Assert.Single(outcomes, o => o.IsOk);
    }

    [Fact]
    public async Task A_reset_ends_every_sign_in_of_the_person()
    {
        await using var town = await Town.StartAsync();
        var browser = town.Browse();
        await browser.SendAsync(Town.NewShop());
        await town.SendAsync(new RequestPasswordReset("afi@example.com"));
        var (user, token) = town.LastLink();

        await town.SendAsync(new ResetPassword(user, token, NewPassword));

        Assert.False(await browser.IsSignedInAsync());
        Assert.DoesNotContain("http", town.Mails[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_lifts_a_lock_that_somebody_else_caused()
    {
        await using var town = await WithAfiAsync();
        for (var i = 0; i < 5; i++)
        {
            await town.Browse().SendAsync(new SignIn("afi@example.com", "guess"));
        }

        await town.SendAsync(new RequestPasswordReset("afi@example.com"));
        var (user, token) = town.LastLink();
        await town.SendAsync(new ResetPassword(user, token, NewPassword));

        Assert.True((await town.Browse().SendAsync(new SignIn("afi@example.com", NewPassword))).IsOk);
    }

    [Fact]
    public async Task Nobody_learns_whether_an_address_is_known()
    {
        await using var town = await WithAfiAsync();
        town.Mails.Clear();

        Assert.True((await town.SendAsync(new RequestPasswordReset("nobody@example.com"))).IsOk);
        Assert.True((await town.SendAsync(new RequestPasswordReset("afi@example.com"))).IsOk);

        Assert.Equal("afi@example.com", Assert.Single(town.Mails).To);
    }

    [Fact]
    public async Task Links_are_built_from_the_configured_address_and_live_an_hour()
    {
        await using var town = await WithAfiAsync();

        await town.SendAsync(new RequestPasswordReset("afi@example.com"));

        Assert.Contains("https://shops.example/reset-password?user=", town.Mails[^1].Body, StringComparison.Ordinal);
        Assert.True(town.Services.GetRequiredService<IOptions<DataProtectionTokenProviderOptions>>().Value.TokenLifespan <= TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task An_address_is_confirmed_by_a_link_that_works_once_and_for_nothing_else()
    {
        await using var town = await WithAfiAsync();
        var (user, token) = town.LastLink();
        Assert.False(await IsConfirmedAsync(town, user));

        Assert.Equal(AccountErrors.LinkInvalid, (await town.SendAsync(new ResetPassword(user, token, NewPassword))).Error);
        Assert.True((await town.SendAsync(new ConfirmEmail(user, token))).IsOk);
        Assert.Equal(AccountErrors.LinkInvalid, (await town.SendAsync(new ConfirmEmail(user, token))).Error);

        Assert.True(await IsConfirmedAsync(town, user));
    }

    [Fact]
    public async Task A_link_of_one_person_is_worthless_for_another()
    {
        await using var town = await WithAfiAsync();
        await town.SendAsync(new RequestPasswordReset("afi@example.com"));
        var (_, token) = town.LastLink();
        await town.Browse().SendAsync(Town.NewShop("awa@example.com", "Chez Awa"));
        var (awa, _) = town.LastLink();

        Assert.Equal(AccountErrors.LinkInvalid, (await town.SendAsync(new ResetPassword(awa, token, NewPassword))).Error);
    }

    [Fact]
    public async Task A_confirmation_can_be_asked_for_again_until_it_is_there()
    {
        await using var town = await Town.StartAsync();
        var browser = town.Browse();
        await browser.SendAsync(Town.NewShop());

        await browser.SendAsync(new RequestEmailConfirmation());
        var (user, token) = town.LastLink();
        await town.SendAsync(new ConfirmEmail(user, token));
        town.Mails.Clear();
        await browser.SendAsync(new RequestEmailConfirmation());

        Assert.Empty(town.Mails);
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task An_operator_is_made_once_and_sets_a_password_by_the_link()
    {
        await using var town = await Town.StartAsync();

        var link = (await town.SendAsync(new CreateOperator("op@example.com", "fr"))).Value!;
        var (user, token) = Town.LinkIn(link.ToString());
        await town.SendAsync(new ResetPassword(user, token, NewPassword));
        var browser = town.Browse();
        await browser.SendAsync(new SignIn("op@example.com", NewPassword));

        Assert.Equal(PersonClaims.OperatorInWaiting, (await browser.WhoAsync()).FindFirst(PersonClaims.Role)?.Value);
        town.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.False(await browser.IsSignedInAsync());
    }

    private static async Task<Town> WithAfiAsync()
    {
        var town = await Town.StartAsync();
        await town.Browse().SendAsync(Town.NewShop());
        return town;
    }

    /// <summary>Asked as the person, and as a key of her shop.</summary>
    private static async Task<bool> IsConfirmedAsync(Town town, UserId user)
    {
        var shop = (await town.Services.GetRequiredService<Common.IAcrossTenants>().MembershipsOfAsync(user, CancellationToken.None))[0].TenantId;
        await using var scope = town.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Common.ITenantScope>().Set(shop);
        var confirmed = scope.ServiceProvider.GetRequiredService<IConfirmedEmail>();
        var (asPerson, asKey) = (await confirmed.IsConfirmedAsync(user, CancellationToken.None), await confirmed.IsConfirmedAsync(null, CancellationToken.None));
        Assert.Equal(asPerson, asKey);
        return asPerson;
    }
}
