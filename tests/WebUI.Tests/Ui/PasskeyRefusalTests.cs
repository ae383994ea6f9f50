using System.Net;
using System.Text.RegularExpressions;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>Answers of an authenticator that are forged, stolen or old, over HTTP.</summary>
public sealed partial class PasskeyRefusalTests : IAsyncLifetime
{
    private const string Adding = "/account/security/passkey";
    private const string SigningIn = "/sign-in";

    private NamedHost _place = null!;
    private SoftAuthenticator _key = null!;

    public async ValueTask InitializeAsync()
    {
        _place = await NamedHost.StartAsync();
        _key = new SoftAuthenticator("localhost") { Origin = _place.Host.Url.ToString().TrimEnd('/'), Counter = 5 };
        using var vendor = _place.Host.Browse();
        await vendor.SignUpAsync("Maison");
        using var added = await PostAsync(vendor, Adding, "", _key.Create(await OptionsAsync(vendor, Adding, "Options")));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
    }

    [Fact]
    public async Task The_right_answer_signs_in()
    {
        using var visitor = _place.Host.Browse();

        Assert.Equal(HttpStatusCode.Redirect, await AnswerAsync(visitor));

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/account/security")).StatusCode);
    }

    [Theory]
    [InlineData("https://wasaas.example")]
    [InlineData("http://localhost.example")]
    public Task An_answer_that_was_given_on_another_site_is_refused(string origin) => RefusedAsync(() => _key.Origin = origin);

    [Fact]
    public Task An_answer_to_another_challenge_is_refused() => RefusedAsync(() => _key.OtherChallenge = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

    [Fact]
    public Task A_copy_of_the_authenticator_whose_counter_lags_is_refused() => RefusedAsync(() => _key.Counter = 2);

    [Fact]
    public async Task An_answer_works_once_also_together_with_the_cookie_of_its_ceremony()
    {
        using var vendor = _place.Host.Browse();
        using var thief = _place.Host.Browse();
        var answer = _key.Get(await OptionsAsync(vendor, SigningIn, "PasskeyOptions"));
        foreach (var cookie in vendor.Cookies.GetAllCookies().Where(c => c.Name.EndsWith("-passkey", StringComparison.Ordinal)).ToList())
        {
            thief.Cookies.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain));
        }

        using var first = await PostAsync(vendor, SigningIn, "Passkey", answer);
        using var second = await PostAsync(thief, SigningIn, "Passkey", answer);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (first.StatusCode, second.StatusCode));
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/account/security")).StatusCode);
    }

    [Fact]
    public async Task An_answer_without_a_ceremony_is_refused()
    {
        using var vendor = _place.Host.Browse();
        using var other = _place.Host.Browse();

        using var refused = await PostAsync(other, SigningIn, "Passkey", _key.Get(await OptionsAsync(vendor, SigningIn, "PasskeyOptions")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        _key.Dispose();
        await _place.DisposeAsync();
    }

    private async Task RefusedAsync(Action spoil)
    {
        using var visitor = _place.Host.Browse();
        spoil();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await AnswerAsync(visitor));

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/account/security")).StatusCode);
    }

    private async Task<HttpStatusCode> AnswerAsync(PageClient visitor)
    {
        using var answer = await PostAsync(visitor, SigningIn, "Passkey", _key.Get(await OptionsAsync(visitor, SigningIn, "PasskeyOptions")));
        return answer.StatusCode;
    }

    private static async Task<string> OptionsAsync(PageClient browser, string page, string handler)
    {
        using var answer = await PostAsync(browser, page, handler, "");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> PostAsync(PageClient browser, string page, string handler, string credential)
    {
        var token = Token().Match(await browser.ReadAsync(page)).Groups[1].Value;
        return await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, handler.Length > 0 ? $"{page}?handler={handler}" : page)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Credential"] = credential, ["Input.Name"] = "" }),
        });
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
