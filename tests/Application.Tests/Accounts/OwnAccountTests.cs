using WaSaas.Application.Accounts;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tests.Accounts;

/// <summary>What a person changes of her own account.</summary>
public sealed class OwnAccountTests
{
    private const string NewPassword = "sept hiboux lisent dehors";

    [Fact]
    public async Task Name_and_language_are_hers_and_the_mails_follow()
    {
        await using var town = await Town.StartAsync();
        var afi = town.Browse();
        await afi.SendAsync(Town.NewShop());

        Assert.True((await afi.SendAsync(new EditPerson("  Afi Mensah ", "en"))).IsOk);

        var me = (await afi.SendAsync(new GetMe()))!.Person;
        Assert.Equal(("Afi Mensah", "en"), (me.Name, me.Language));
        Assert.Equal("Afi Mensah", (await afi.WhoAsync()).Identity?.Name);
        await town.SendAsync(new RequestPasswordReset("afi@example.com"));
        Assert.Equal("Choose a new password", town.Mails[^1].Subject);
        Assert.Equal(TeamErrors.PersonNameLength, (await afi.SendAsync(new EditPerson(new string('a', 81), "fr"))).Error);
    }

    [Fact]
    public async Task A_new_address_counts_when_its_link_is_followed_and_the_old_one_is_told()
    {
        await using var town = await Town.StartAsync();
        var (afi, other) = (town.Browse(), town.Browse());
        await afi.SendAsync(Town.NewShop());
        await other.SendAsync(new SignIn("afi@example.com", Town.Password));

        Assert.True((await afi.SendAsync(new RequestEmailChange("afi@shop.example"))).IsOk);
        Assert.Equal("afi@shop.example", town.Mails[^1].To);
        var (user, token) = town.LastLink();
        Assert.Equal("afi@example.com", (await afi.SendAsync(new GetMe()))!.Person.Email);
        Assert.Equal(AccountErrors.LinkInvalid, (await afi.SendAsync(new ChangeEmail(user, "else@shop.example", token))).Error);

        Assert.True((await afi.SendAsync(new ChangeEmail(user, "afi@shop.example", token))).IsOk);

        Assert.Equal(("afi@example.com", "Votre adresse a changé"), (town.Mails[^1].To, town.Mails[^1].Subject));
        var me = (await afi.SendAsync(new GetMe()))!.Person;
        Assert.Equal(("afi@shop.example", true), (me.Email, me.EmailConfirmed));
        Assert.False(await other.IsSignedInAsync());
        Assert.Equal(AccountErrors.LinkInvalid, (await afi.SendAsync(new ChangeEmail(user, "afi@shop.example", token))).Error);
        Assert.True((await town.Browse().SendAsync(new SignIn("afi@shop.example", Town.Password))).IsOk);
        Assert.Equal(AccountErrors.SignInRefused, (await town.Browse().SendAsync(new SignIn("afi@example.com", Town.Password))).Error);
    }

    [Fact]
    public async Task An_address_of_somebody_else_or_without_a_fresh_proof_is_refused()
    {
        await using var town = await Town.StartAsync();
        var (afi, awa) = (town.Browse(), town.Browse());
        await afi.SendAsync(Town.NewShop());
        await awa.SendAsync(Town.NewShop("awa@example.com", "Chez Awa"));

        Assert.Equal(AccountErrors.EmailTaken, (await afi.SendAsync(new RequestEmailChange("awa@example.com"))).Error);
        Assert.Equal(AccountErrors.EmailInvalid, (await afi.SendAsync(new RequestEmailChange("afi"))).Error);
        Assert.True((await afi.SendAsync(new RequestEmailChange("both@shop.example"))).IsOk);
        var first = town.LastLink();
        Assert.True((await awa.SendAsync(new RequestEmailChange("both@shop.example"))).IsOk);
        var second = town.LastLink();
        Assert.True((await town.SendAsync(new ConfirmEmail(first.User, first.Token))).Error == AccountErrors.LinkInvalid);
        Assert.True((await afi.SendAsync(new ChangeEmail(first.User, "both@shop.example", first.Token))).IsOk);
        Assert.Equal(AccountErrors.EmailTaken, (await awa.SendAsync(new ChangeEmail(second.User, "both@shop.example", second.Token))).Error);
        town.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(AccountErrors.SignInStale, (await afi.SendAsync(new RequestEmailChange("late@shop.example"))).Error);
    }

    [Fact]
    public async Task A_new_password_needs_the_present_one_and_ends_every_other_sign_in()
    {
        await using var town = await Town.StartAsync();
        var (afi, other) = (town.Browse(), town.Browse());
        await afi.SendAsync(Town.NewShop());
        await other.SendAsync(new SignIn("afi@example.com", Town.Password));

        Assert.Equal(AccountErrors.CurrentPasswordWrong, (await afi.SendAsync(new ChangePassword("a guess", NewPassword))).Error);
        Assert.Equal(AccountErrors.PasswordLength, (await afi.SendAsync(new ChangePassword(Town.Password, "short"))).Error);
        Assert.True((await afi.SendAsync(new ChangePassword(Town.Password, NewPassword))).IsOk);

        Assert.True(await afi.IsSignedInAsync());
        Assert.False(await other.IsSignedInAsync());
        Assert.Equal("Votre mot de passe a changé", town.Mails[^1].Subject);
        Assert.True((await town.Browse().SendAsync(new SignIn("afi@example.com", NewPassword))).IsOk);
    }
}
