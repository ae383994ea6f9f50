using System.Net;
using System.Text.RegularExpressions;

namespace WaSaas.WebUI.Tests.Screens;

/// <summary>A browser without JavaScript: follows pages and posts their forms with the token that stands in them.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http;

    public Visitor(Uri url, string language = "fr")
    {
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = true }) { BaseAddress = url };
        _http.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    public async Task<Seen> GetAsync(string path) => await SeenAsync(await _http.GetAsync(path));

    /// <param name="from">The page with the form.</param>
    /// <param name="to">Where the form goes.</param>
    /// <param name="fields">What is typed.</param>
    public async Task<Seen> PostAsync(string from, string to, params (string Name, string Value)[] fields)
    {
        var page = await _http.GetStringAsync(from);
        var token = Token().Match(page).Groups[1].Value;
        var form = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token));
        return await SeenAsync(await _http.PostAsync(to, new FormUrlEncodedContent(form)));
    }

    /// <summary>A form with one file, under the name and the type that the browser claims.</summary>
    public async Task<Seen> UploadAsync(string from, string to, string field, byte[] content, string name = "photo.jpg", string type = "image/jpeg")
    {
        var token = Token().Match(await _http.GetStringAsync(from)).Groups[1].Value;
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new(type);
        using var form = new MultipartFormDataContent { { file, field, name }, { new StringContent(token), "__RequestVerificationToken" } };
        return await SeenAsync(await _http.PostAsync(to, form));
    }

    /// <summary>A file with its headers; null when there is none.</summary>
    public async Task<(byte[] Content, System.Net.Http.Headers.HttpContentHeaders Headers)?> FileAsync(string path)
    {
        using var response = await _http.GetAsync(path);
        return response.IsSuccessStatusCode ? (await response.Content.ReadAsByteArrayAsync(), response.Content.Headers) : null;
    }

    public void Dispose() => _http.Dispose();

    private static async Task<Seen> SeenAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var html = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
            return new Seen((int)response.StatusCode, html.Replace('\u00a0', ' ').Replace('\u202f', ' '), response.RequestMessage!.RequestUri!.PathAndQuery);
        }
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}

/// <param name="Status">HTTP status.</param>
/// <param name="Html">Decoded, with plain spaces.</param>
/// <param name="At">Where redirects ended.</param>
public sealed record Seen(int Status, string Html, string At);
