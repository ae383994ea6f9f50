using System.Net;
using System.Text.RegularExpressions;
using WaSaas.Application.Tests.Accounts;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Ui;

/// <summary>The second factor over HTTP, as a browser without scripts sees it.</summary>
[Collection(nameof(UiTests))]
public sealed partial class SecurityPageTests(UiHost host)
{
    private const string Password = "quatre tambours dorment ici";

    [Fact]
    public async Task A_vendor_links_an_app_signs_in_with_its_code_and_turns_it_off()
    {
        using var vendor = host.Browse();
        var email = await SignUpAsync(vendor);
        var secret = await LinkAsync(vendor);
        using var next = host.Browse();

        using var password = await next.SubmitAsync("/sign-in?returnUrl=%2Faccount%2Fsecurity", "", new() { ["Input.Email"] = email, ["Input.Password"] = Password });
        Assert.StartsWith("/sign-in/code", password.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await next.GetAsync("/account/security")).StatusCode);

        var step = password.Headers.Location!.ToString();
        using var wrong = await next.SubmitAsync(step, "/sign-in/code", new() { ["Input.Code"] = "abc" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);

        // The step after the one that linked the app; the product takes one step ahead of its clock.
        var code = AppOfCodes.CodeOf(secret, DateTimeOffset.UtcNow.AddSeconds(30));
        using var right = await next.SubmitAsync(step, "/sign-in/code", new() { ["Input.Code"] = code });
        Assert.Equal("/account/security", right.Headers.Location!.ToString());

        using var off = await next.SubmitAsync("/account/security", "handler=TurnOff", []);
        Assert.Equal(HttpStatusCode.Redirect, off.StatusCode);
        Assert.Contains("Aucun code n’est plus demandé", await next.TextAsync("/account/security"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_for_the_code_is_for_whoever_gave_a_password()
    {
        using var visitor = host.Browse();

        using var answer = await visitor.GetAsync("/sign-in/code");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Sign_ins_are_listed_and_ended_one_by_one()
    {
        using var vendor = host.Browse();
        var email = await SignUpAsync(vendor);
        using var elsewhere = host.Browse();
        await elsewhere.SubmitAsync("/sign-in", "", new() { ["Input.Email"] = email, ["Input.Password"] = Password });
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/account/security")).StatusCode);

        using var ended = await vendor.SubmitAsync("/account/security", "handler=End", []);

        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/account/security")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await vendor.GetAsync("/account/security")).StatusCode);
    }

    private static async Task<string> SignUpAsync(PageClient vendor)
    {
        var email = $"{Guid.NewGuid():n}@example.com";
        using var answer = await vendor.SubmitAsync("/sign-up", "/sign-up", new()
        {
            ["Input.ShopName"] = "Maison", ["Input.Email"] = email, ["Input.Password"] = Password, ["Input.Country"] = "TG",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return email;
    }

    private static async Task<string> LinkAsync(PageClient vendor)
    {
        const string Page = "/account/security/authenticator";
        var html = await vendor.ReadAsync(Page);
        var (secret, ticket) = (Secret().Match(html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal), Ticket().Match(html).Groups[1].Value);
        using var answer = await vendor.SubmitAsync(Page, Page, new() { ["Ticket"] = ticket, ["Input.Code"] = AppOfCodes.CodeOf(secret, DateTimeOffset.UtcNow) });
        Assert.Equal(10, RecoveryCode().Count(await answer.Content.ReadAsStringAsync()));
        return secret;
    }

    [GeneratedRegex("class=\"secret\">([A-Z2-7 ]+)<")]
    private static partial Regex Secret();

    [GeneratedRegex("name=\"Ticket\" value=\"([^\"]+)\"")]
    private static partial Regex Ticket();

    [GeneratedRegex("<li>([a-z2-9]{4}-){3}[a-z2-9]{4}</li>")]
    private static partial Regex RecoveryCode();
}
