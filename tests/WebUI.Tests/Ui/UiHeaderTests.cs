using System.Net;
using System.Text.RegularExpressions;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>The header list on every kind of answer, and nothing inline that the policy would have to allow.</summary>
[Collection(nameof(UiTests))]
public sealed partial class UiHeaderTests(UiHost host)
{
    public static TheoryData<string> Everywhere { get; } =
        ["/", "/sign-in", "/sign-up", "/privacy", "/connect", "/messages", "/products", "/products/add", "/account", "/sandbox", "/nowhere", "/css/app.css", "/lib/htmx.min.js", "/img/icons.svg"];

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Every_answer_carries_the_list(string path)
    {
        using var vendor = host.Browse();
        await vendor.SignUpAsync("Maison");

        using var answer = await vendor.GetAsync(path);

        Assert.Equal("nosniff", One(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", One(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", One(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", One(answer, "Cross-Origin-Resource-Policy"));
        Assert.Equal("camera=(), geolocation=(), microphone=()", One(answer, "Permissions-Policy"));
        var policy = One(answer, "Content-Security-Policy");
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By"));
    }

    [Theory]
    [InlineData("/connect")]
    [InlineData("/messages")]
    [InlineData("/privacy")]
    public async Task Pages_of_a_signed_in_person_are_not_stored(string path)
    {
        using var vendor = host.Browse();
        await vendor.SignUpAsync("Maison");

        using var answer = await vendor.GetAsync(path);

        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Nothing_is_inline(string path)
    {
        using var vendor = host.Browse();
        await vendor.SignUpAsync("Maison");
        using var answer = await vendor.GetAsync(path);
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return;
        }

        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal("utf-8", answer.Content.Headers.ContentType.CharSet);
        Assert.DoesNotMatch(InlineStyle(), html);
        Assert.DoesNotMatch(InlineHandler(), html);
        Assert.All(Scripts().Matches(html).Select(m => m.Value), tag => Assert.Contains(" src=", tag, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        using var visitor = host.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/language") { Content = new FormUrlEncodedContent([new("language", "en")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var vendor = host.Browse();
        await vendor.SignUpAsync("Maison");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect?handler=Assistant") { Content = new FormUrlEncodedContent([new("active", "true")]) };

        using var answer = await vendor.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("assistant-switch", await vendor.ReadAsync("/connect"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_is_off()
    {
        using var visitor = host.Browse();

        using var answer = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Trace, "/sign-in"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    private static string One(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    [GeneratedRegex("<style|\\sstyle=")]
    private static partial Regex InlineStyle();

    [GeneratedRegex("<[^>]*\\son[a-z]+=")]
    private static partial Regex InlineHandler();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Scripts();
}
