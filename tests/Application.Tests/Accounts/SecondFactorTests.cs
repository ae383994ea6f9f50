using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tests.Accounts;

/// <summary>A code after the password: what it keeps out, and how whoever lost everything comes back.</summary>
public sealed class SecondFactorTests
{
    private static readonly SignIn Right = new("afi@example.com", Town.Password);

    [Fact]
    public void Codes_are_those_of_the_rfc() =>
        Assert.Equal("287082", AppOfCodes.CodeOf("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(59)));

    [Fact]
    public async Task Once_the_app_is_linked_the_password_alone_opens_nothing()
    {
        await using var afi = await Afi.WithAppAsync();
        var browser = afi.Town.Browse();

        Assert.Equal(SignInProgress.CodeWanted, (await browser.SendAsync(Right)).Value);
        Assert.False(await browser.IsSignedInAsync());
        Assert.True((await browser.SendAsync(new EnterCode(afi.Code()))).IsOk);
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task The_app_is_not_linked_by_a_wrong_code_nor_by_somebody_elses_secret()
    {
        await using var town = await Town.StartAsync();
        var (afi, eve) = (town.Browse(), town.Browse());
        await afi.SendAsync(Town.NewShop());
        await eve.SendAsync(Town.NewShop("eve@example.com", "Chez Eve"));
        var offer = (await afi.SendAsync(new OfferAuthenticator())).Value!;
        var code = AppOfCodes.CodeOf(offer.Secret, Town.Noon);

        Assert.Equal(AccountErrors.SetUpCodeWrong, (await afi.SendAsync(new TurnOnAuthenticator(offer.Ticket, code == "000000" ? "000001" : "000000"))).Error);
        Assert.Equal(AccountErrors.SetUpCodeWrong, (await eve.SendAsync(new TurnOnAuthenticator(offer.Ticket, code))).Error);
        Assert.Equal(SignInProgress.Done, (await town.Browse().SendAsync(Right)).Value);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var afi = await Afi.WithAppAsync();
        await afi.EnterAsync(afi.Code());

        Assert.Equal(AccountErrors.CodeRefused, await afi.EnterAsync(afi.Code()));
    }

    [Fact]
    public async Task Five_wrong_codes_lock_the_code_for_a_quarter_of_an_hour_and_right_passwords_forgive_none()
    {
        await using var afi = await Afi.WithAppAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(AccountErrors.CodeRefused, await afi.EnterAsync("not-a-code"));
        }

        Assert.Equal(AccountErrors.CodeRefused, await afi.EnterAsync(afi.Code()));
        afi.Town.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Null(await afi.EnterAsync(afi.Code()));
    }

    [Fact]
    public async Task A_recovery_code_opens_once_and_a_mail_says_so()
    {
        await using var afi = await Afi.WithAppAsync();

        Assert.Equal(10, afi.Codes.Distinct().Count());
        Assert.Null(await afi.EnterAsync(afi.Codes[3].ToUpperInvariant()));
        Assert.Contains("code de secours vient de servir", afi.Town.Mails[^1].Body, StringComparison.Ordinal);
        Assert.Equal(AccountErrors.CodeRefused, await afi.EnterAsync(afi.Codes[3]));
        Assert.Equal(9, (await afi.Browser.SendAsync(new GetSecurity()))!.Factors.RecoveryCodes);
    }

    [Fact]
    public async Task A_new_password_by_mail_does_not_take_the_second_factor_away()
    {
        await using var afi = await Afi.WithAppAsync();
        await afi.Town.SendAsync(new RequestPasswordReset("afi@example.com"));
        var (user, token) = afi.Town.LastLink();
        await afi.Town.SendAsync(new ResetPassword(user, token, "cinq pirogues sous la lune"));
        var browser = afi.Town.Browse();

        Assert.Equal(SignInProgress.CodeWanted, (await browser.SendAsync(new SignIn("afi@example.com", "cinq pirogues sous la lune"))).Value);
        Assert.True((await browser.SendAsync(new EnterCode(afi.Codes[0]))).IsOk);
        Assert.True((await browser.SendAsync(new TurnOffAuthenticator())).IsOk);
    }

    [Fact]
    public async Task A_password_that_changed_meanwhile_is_asked_for_again()
    {
        await using var afi = await Afi.WithAppAsync();
        var browser = afi.Town.Browse();
        await browser.SendAsync(Right);
        await afi.Town.SendAsync(new RequestPasswordReset("afi@example.com"));
        var (user, token) = afi.Town.LastLink();
        await afi.Town.SendAsync(new ResetPassword(user, token, "cinq pirogues sous la lune"));

        Assert.Equal(AccountErrors.SecondStepOver, (await browser.SendAsync(new EnterCode(afi.Code()))).Error);
    }

    [Fact]
    public async Task Ten_minutes_after_signing_in_a_change_wants_a_new_proof()
    {
        await using var afi = await Afi.WithAppAsync();
        afi.Town.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal(AccountErrors.SignInStale, (await afi.Browser.SendAsync(new TurnOffAuthenticator())).Error);
        Assert.Equal(AccountErrors.SignInStale, (await afi.Browser.SendAsync(new RenewRecoveryCodes())).Error);
        Assert.Equal(AccountErrors.SignInStale, (await afi.Browser.SendAsync(new EndSignIn(null))).Error);
        Assert.Equal(SignInProgress.CodeWanted, (await afi.Town.Browse().SendAsync(Right)).Value);
    }

    [Fact]
    public async Task Linking_an_app_ends_the_other_sign_ins_and_a_mail_says_so()
    {
        await using var afi = await Afi.WithAppAsync();

        Assert.False(await afi.Elsewhere.IsSignedInAsync());
        Assert.True(await afi.Browser.IsSignedInAsync());
        Assert.Contains("demande maintenant un code", afi.Town.Mails[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_recovery_codes_make_the_old_ones_worthless_and_nobody_without_a_factor_has_any()
    {
        await using var afi = await Afi.WithAppAsync();
        var fresh = (await afi.Browser.SendAsync(new RenewRecoveryCodes())).Value!;

        Assert.Equal(AccountErrors.CodeRefused, await afi.EnterAsync(afi.Codes[0]));
        Assert.Null(await afi.EnterAsync(fresh[0]));
        var plain = afi.Town.Browse();
        await plain.SendAsync(Town.NewShop("koffi@example.com", "Chez Koffi"));
        Assert.Equal(AccountErrors.NothingToRecover, (await plain.SendAsync(new RenewRecoveryCodes())).Error);
    }

    [Fact]
    public async Task Neither_the_secret_nor_a_recovery_code_can_be_read_in_the_database()
    {
        await using var afi = await Afi.WithAppAsync();
        var stored = await afi.Town.ReadAsync(null, db => db.UserTokens.Select(t => t.Name + " " + t.Value).ToListAsync());

        Assert.DoesNotContain(stored, row => row.Contains(afi.Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(stored, row => afi.Codes.Any(code => row.Contains(code.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_operator_acts_only_with_a_second_proof_and_keeps_one()
    {
        await using var town = await Town.StartAsync();
        var browser = town.Browse();
        await browser.SendAsync(Town.NewShop());
        await town.ReadAsync(null, db => db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.IsOperator, true)));
        Assert.False((await browser.WhoAsync()).IsInRole(PersonClaims.Operator));

        var offer = (await browser.SendAsync(new OfferAuthenticator())).Value!;
        await browser.SendAsync(new TurnOnAuthenticator(offer.Ticket, AppOfCodes.CodeOf(offer.Secret, town.Clock.GetUtcNow())));

        Assert.True((await browser.WhoAsync()).IsInRole(PersonClaims.Operator));
        Assert.Equal(AccountErrors.OperatorNeedsFactor, (await browser.SendAsync(new TurnOffAuthenticator())).Error);
        Assert.True((await browser.SendAsync(new GetSecurity()))!.Factors.HasAuthenticator);
    }

    /// <summary>Afi with the app on her phone, signed in here; and, before that, elsewhere.</summary>
    private sealed record Afi(Town Town, Browser Browser, Browser Elsewhere, string Secret, IReadOnlyList<string> Codes) : IAsyncDisposable
    {
        public static async Task<Afi> WithAppAsync()
        {
            var town = await Town.StartAsync();
            var (browser, elsewhere) = (town.Browse(), town.Browse());
            await browser.SendAsync(Town.NewShop());
            await elsewhere.SendAsync(Right);
            var offer = (await browser.SendAsync(new OfferAuthenticator())).Value!;
            var codes = await browser.SendAsync(new TurnOnAuthenticator(offer.Ticket, AppOfCodes.CodeOf(offer.Secret, town.Clock.GetUtcNow())));

            // The code that linked the app is used up.
            town.Clock.Advance(TimeSpan.FromSeconds(60));
            return new Afi(town, browser, elsewhere, offer.Secret, codes.Value!);
        }

        public string Code() => AppOfCodes.CodeOf(Secret, Town.Clock.GetUtcNow());

        public async Task<Error?> EnterAsync(string code)
        {
            var visitor = Town.Browse();
            await visitor.SendAsync(Right);
            return (await visitor.SendAsync(new EnterCode(code))).Error;
        }

        public ValueTask DisposeAsync() => Town.DisposeAsync();
    }
}
