using WaSaas.Application.Accounts;

namespace WaSaas.Application.Tests.Accounts;

public sealed class PasswordPolicyTests
{
    [Theory]
    [InlineData("short pass")]
    [InlineData("elevenchars")]
    public void Too_short_is_refused(string password) => Assert.Equal(AccountErrors.PasswordLength, PasswordPolicy.Check(password).Error);

    [Fact]
    public void Long_is_welcome_up_to_the_limit()
    {
        var letters = string.Concat(Enumerable.Repeat("kestrel zonal fjord ", 7));

        Assert.True(PasswordPolicy.Check(letters[..PasswordPolicy.MaxLength]).IsOk);
        Assert.Equal(AccountErrors.PasswordLength, PasswordPolicy.Check(letters[..(PasswordPolicy.MaxLength + 1)]).Error);
    }

    [Theory]
    [InlineData("password1234")]
    [InlineData("Password2026!")]
    [InlineData("p@ssw0rd12345")]
    [InlineData("motdepasse2026")]
    [InlineData("MotDePasse123!")]
    [InlineData("azertyuiop123")]
    [InlineData("qwertyuiopasdfgh")]
    [InlineData("123456789012")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("jetaimemonamour")]
    [InlineData("iloveyou123456")]
    [InlineData("jesuschrist77")]
    [InlineData("bonjourbonjour")]
    [InlineData("Togo-Lome-2026")]
    [InlineData("whatsapp123456")]
    [InlineData("letmein letmein")]
    [InlineData("wasaaswasaas1")]
    [InlineData("!!!!12-04-1998!!!!")]
    public void What_a_guesser_tries_first_is_refused(string password) =>
        Assert.Equal(AccountErrors.PasswordGuessable, PasswordPolicy.Check(password).Error);

    [Theory]
    [InlineData("tissusafi2026")]
    [InlineData("afidegbe2026!!")]
    public void What_others_know_of_her_is_refused(string password) =>
        Assert.Equal(AccountErrors.PasswordGuessable, PasswordPolicy.Check(password, "afi.degbe@example.com", "Tissus Afi").Error);

    [Theory]
    [InlineData("quatre tambours dorment ici")]
    [InlineData("cheval batterie agrafe")]
    [InlineData("Xk7#vQp2!mZr")]
    [InlineData("mabelle tante vend des gombos")]
    [InlineData("ŋutsu wɔ dɔ sesĩe")]
    public void Phrases_and_random_signs_are_welcome(string password) => Assert.True(PasswordPolicy.Check(password, "afi@example.com", "Tissus Afi").IsOk);

    [Fact]
    public void Nothing_in_the_policy_takes_long()
    {
        var worst = string.Concat(Enumerable.Repeat("motdepas", PasswordPolicy.MaxLength / 8));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        PasswordPolicy.Check(worst, new string('a', 254), worst);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
    }
}
