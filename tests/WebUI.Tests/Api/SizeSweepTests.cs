using System.Net;
using WaSaas.WebUI.Tests.Ui.Support;

namespace WaSaas.WebUI.Tests.Api;

/// <summary>S11: too much of anything is refused quickly, and the answer says so instead of hiding it.</summary>
[Collection(nameof(ApiTests))]
public sealed class SizeSweepTests(UiHost host)
{
    private static readonly string[] Forms = ["/sign-in", "/sign-up", "/forgot-password", "/reset-password", "/confirm-email", "/language"];

    [Fact]
    public async Task Forms_with_ten_thousand_fields_are_refused()
    {
        foreach (var form in Forms)
        {
            using var content = new FormUrlEncodedContent(Enumerable.Range(0, 10_000).Select(i => KeyValuePair.Create($"k{i}", "1")));
            await RefusedAsync(form, content);
        }
    }

    [Fact]
    public async Task Bodies_above_the_limit_are_refused()
    {
        foreach (var form in Forms)
        {
            using var content = new ByteArrayContent(new byte[7_000_000]) { Headers = { { "Content-Type", "application/x-www-form-urlencoded" } } };
            await RefusedAsync(form, content);
        }
    }

    private async Task RefusedAsync(string form, HttpContent content)
    {
        using var visitor = host.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Post, form) { Content = content };

        // The host answers before it has read everything; a client that listens first hears it.
        request.Headers.ExpectContinue = true;
        using var answer = await visitor.SendAsync(request);

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{form}: {answer.StatusCode}");
    }
}
