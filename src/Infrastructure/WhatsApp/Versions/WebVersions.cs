using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.WhatsApp.Processes;

namespace WaSaas.Infrastructure.WhatsApp.Versions;

/// <summary>
/// Which version of WhatsApp Web the gateways speak: the setting, else the last one that WhatsApp let in, else the client
/// library's own. When WhatsApp calls it too old, the current one is asked for once.
/// </summary>
internal sealed partial class WebVersions(
    IOptions<WhatsAppOptions> options, INetworkEndpoints network, IHttpClientFactory http, DatabaseOptions data, ILogger<WebVersions> log) : IDisposable
{
    public const string HttpClientName = "whatsapp-web-version";
    private static readonly Uri Public = new("https://web.whatsapp.com/sw.js");

    private readonly string _file = Path.Combine(data.DataRoot, "whatsapp-web-version");
    private readonly SemaphoreSlim _turn = new(1, 1);
    private string? _newer;
    private string? _good;

    /// <summary>Null = the client library's own.</summary>
    public string? Current => _newer ?? (options.Value.WebVersion is { Length: > 0 } set ? set : _good ??= Stored());

    /// <summary>WhatsApp let this version in: it is the one to start with next time.</summary>
    public async Task KeepAsync(string version)
    {
        if (version == (_good ??= Stored()) || !Shape().IsMatch(version))
        {
            return;
        }

        await _turn.WaitAsync();
        try
        {
            _good = version;
            Directory.CreateDirectory(data.DataRoot);
            await File.WriteAllTextAsync(_file, version);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>WhatsApp called the present version too old.</summary>
    /// <returns>Whether there is a newer one to try.</returns>
    public async Task<bool> RefreshAsync()
    {
        var refused = Current;
        await _turn.WaitAsync();
        try
        {
            // Another session has found one meanwhile.
            if (Current != refused)
            {
                return true;
            }

            var found = await AskAsync();
            if (found is null || found == refused)
            {
                return false;
            }

            _newer = found;
            Newer(found);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<string?> AskAsync()
    {
        try
        {
            var endpoint = await network.ReadyAsync(CancellationToken.None);
            using var client = http.CreateClient(HttpClientName);
            var text = await client.GetStringAsync(AddressOf(endpoint));
            return Revision().Match(text) is { Success: true } match ? string.Create(CultureInfo.InvariantCulture, $"2.3000.{match.Groups[1].Value}") : null;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            NotFound(e);
            return null;
        }
    }

    /// <summary>Another network tells it beside its socket.</summary>
    private static Uri AddressOf(NetworkEndpoint endpoint) => endpoint.ServerUrl is { } server
        ? new UriBuilder(server) { Scheme = server.StartsWith("wss", StringComparison.Ordinal) ? "https" : "http", Path = "/sw.js" }.Uri
        : Public;

    private string? Stored() => File.Exists(_file) && File.ReadAllText(_file).Trim() is var text && Shape().IsMatch(text) ? text : null;

    [GeneratedRegex(@"client_revision\\?""\s*:\s*(\d{1,12})")]
    private static partial Regex Revision();

    [GeneratedRegex(@"^\d{1,6}\.\d{1,8}\.\d{1,12}$")]
    private static partial Regex Shape();

    [LoggerMessage(Level = LogLevel.Information, Message = "WhatsApp refuses the present version of its web client; {Version} is tried from now on")]
    private partial void Newer(string version);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The current version of WhatsApp Web could not be found out")]
    private partial void NotFound(Exception e);
}
