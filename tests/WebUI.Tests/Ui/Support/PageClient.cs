using System.Net;
using System.Text.RegularExpressions;

namespace WaSaas.WebUI.Tests.Ui.Support;

/// <summary>What a browser does without scripts: cookies, forms with their hidden fields, and nothing else.</summary>
public sealed partial class PageClient : IDisposable
{
    private readonly HttpClient _http;

    public PageClient(Uri url, string language)
    {
        _http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = url };
        _http.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>A page as its reader sees it, entities and special spaces undone.</summary>
    public async Task<string> TextAsync(string path) =>
        WebUtility.HtmlDecode(await ReadAsync(path)).Replace('\u00a0', ' ').Replace('\u202f', ' ');

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    /// <summary>Answers as soon as the headers are there.</summary>
    public Task<HttpResponseMessage> StreamAsync(HttpRequestMessage request) => _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

    /// <summary>Fills the form of a page whose action ends so, and sends it there or (as a page would not) to <paramref name="action"/>.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string actionEnd, Dictionary<string, string> fields, bool htmx = false, byte[]? file = null, string? action = null)
    {
        var html = await ReadAsync(page);
        var form = Forms().Matches(html).Select(m => m.Value).FirstOrDefault(f => ActionOf(f, page).EndsWith(actionEnd, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No form with action …{actionEnd} on {page}: {html}");
        var values = Hidden().Matches(form).Select(m => m.Value).ToDictionary(i => Attribute(i, "name"), i => Attribute(i, "value"));
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, action ?? ActionOf(form, page)) { Content = file is null ? new FormUrlEncodedContent(values) : WithFile(values, file) };
        if (htmx)
        {
            request.Headers.Add("HX-Request", "true");
        }

        return await _http.SendAsync(request);
    }

    /// <summary>Opens a shop and is signed in afterwards.</summary>
    public async Task<string> SignUpAsync(string name)
    {
        var unique = $"{name} {Guid.NewGuid():n}"[..Math.Min(60, name.Length + 9)];
        using var answer = await SubmitAsync("/sign-up", "/sign-up", new()
        {
            ["Input.ShopName"] = unique,
            ["Input.Email"] = $"{Guid.NewGuid():n}@example.com",
            ["Input.Password"] = "quatre tambours dorment ici",
            ["Input.Country"] = "TG",
        });
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return unique;
    }

    public void Dispose() => _http.Dispose();

    private static MultipartFormDataContent WithFile(Dictionary<string, string> values, byte[] file)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "file", "upload" } };
        foreach (var (name, value) in values)
        {
            form.Add(new StringContent(value), name);
        }

        return form;
    }

    private static string ActionOf(string form, string page) => Attribute(form[..form.IndexOf('>', StringComparison.Ordinal)], "action") is { Length: > 0 } action ? action : page;

    private static string Attribute(string tag, string name) =>
        WebUtility.HtmlDecode(Regex.Match(tag, $"""\b{name}="([^"]*)"(?=[\s>/]|$)""").Groups[1].Value);

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}
