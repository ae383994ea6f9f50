using NSubstitute;
using WaSaas.Application.Accounts;
using WaSaas.WebUI.Pages.Dev;

namespace WaSaas.WebUI.Tests.Screens;

public sealed class PublicPageTests
{
    [Fact]
    public async Task Privacy_names_the_model_provider_that_is_configured()
    {
        await using var host = await PageHost.StartAsync(settings: ["--Llm:BaseUrl=https://models.example/v1", "--Llm:Model=small-2", "--Llm:ApiKey=key-1"]);
        using var visitor = new Visitor(host.Url);

        var page = await visitor.GetAsync("/privacy");

        Assert.Contains("sont envoyés à models.example (modèle small-2)", page.Html);
        Assert.DoesNotContain("/v1", page.Html);
    }

    [Fact]
    public async Task Privacy_and_the_consent_say_so_when_the_provider_is_shown_photos()
    {
        string[] model = ["--Llm:BaseUrl=https://models.example/v1", "--Llm:Model=small-2", "--Llm:ApiKey=key-1"];
        await using var blind = await PageHost.StartAsync(settings: model);
        await using var seeing = await PageHost.StartAsync(settings: [.. model, "--Llm:Vision=true"]);
        using var visitor = new Visitor(blind.Url, "en");
        using var other = new Visitor(seeing.Url, "en");

        Assert.DoesNotContain("photos (small", (await visitor.GetAsync("/privacy")).Html);
        Assert.Contains("the customer’s photos (small, without location data) are sent to models.example", (await other.GetAsync("/privacy")).Html);
        Assert.DoesNotContain("which also receives customers’ photos", (await visitor.GetAsync("/assistant/model")).Html);
        Assert.Contains("which also receives customers’ photos", (await other.GetAsync("/assistant/model")).Html);
    }

    [Fact]
    public async Task Privacy_says_so_when_no_provider_is_used()
    {
        await using var host = await PageHost.StartAsync();
        using var visitor = new Visitor(host.Url, "en");

        Assert.Contains("no message is sent to a model provider", (await visitor.GetAsync("/privacy")).Html);
    }

    [Fact]
    public async Task Mails_of_development_have_links_to_click_and_nothing_else_that_works()
    {
        await using var host = await PageHost.StartAsync();
        host.Outbox.IsActive.Returns(true);
        host.Outbox.LatestAsync(0, default).ReturnsForAnyArgs(
            [new OutboxMail(DateTimeOffset.UnixEpoch, "adjoa@example.com", "Bienvenue", "Ouvrez http://localhost:5080/confirm-email?token=a-b_c. <b>Merci</b>")]);

        var html = await new HttpClient { BaseAddress = host.Url }.GetStringAsync("/dev/outbox");

        Assert.Contains("<a href=\"http://localhost:5080/confirm-email?token=a-b_c\">", html);
        Assert.Contains("&lt;b&gt;Merci&lt;/b&gt;", html);
    }

    [Fact]
    public async Task Mails_are_not_shown_outside_of_Development()
    {
        await using var host = await PageHost.StartAsync(environment: "Production");
        host.Outbox.IsActive.Returns(true);
        using var visitor = new Visitor(host.Url);

        Assert.Equal(404, (await visitor.GetAsync("/dev/outbox")).Status);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    public void Only_web_addresses_become_links(string address) => Assert.DoesNotContain("<a", Text(address), StringComparison.Ordinal);

    private static string Text(string body)
    {
        using var writer = new StringWriter();
        MailText.WithLinks(body).WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return writer.ToString();
    }
}
