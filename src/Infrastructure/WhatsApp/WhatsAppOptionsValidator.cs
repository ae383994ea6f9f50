using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using WaSaas.Application.WhatsApp;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>Refuses, in sentences, what could send a vendor's messages to the wrong place.</summary>
internal sealed class WhatsAppOptionsValidator(IHostEnvironment environment) : IValidateOptions<WhatsAppOptions>
{
    public ValidateOptionsResult Validate(string? name, WhatsAppOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(WhatsAppOptions options)
    {
        var network = options.NetworkIn(environment);
        if (!Enum.IsDefined(network))
        {
            yield return "WhatsApp:Network is WhatsApp, Sandbox or Custom.";
        }

        if (environment.IsProduction() && network != WhatsAppNetwork.WhatsApp)
        {
            yield return $"WhatsApp:Network is {network}, which is for trying and for tests. In Production remove the setting, or set it to WhatsApp.";
        }

        if (network == WhatsAppNetwork.Custom)
        {
            foreach (var failure in CustomFailures(options))
            {
                yield return failure;
            }
        }
        else if ((options.ServerUrl ?? options.RootKey ?? options.MediaCa) is not null)
        {
            yield return "WhatsApp:ServerUrl, RootKey and MediaCa belong to another server. Set WhatsApp:Network to Custom, or remove them.";
        }
    }

    private static IEnumerable<string> CustomFailures(WhatsAppOptions options)
    {
        if (!IsLoopbackSocket(options.ServerUrl))
        {
            yield return "WhatsApp:ServerUrl is the WebSocket URL of a server on this machine, e.g. ws://127.0.0.1:5081/ws/chat.";
        }

        if (options.RootKey is not { Length: 64 } key || !key.All(char.IsAsciiHexDigit))
        {
            yield return "WhatsApp:RootKey is the root of that server's certificates, 64 hex digits.";
        }

        if (options.MediaCa is { } file && !File.Exists(file))
        {
            yield return "WhatsApp:MediaCa names a PEM file that is not there.";
        }
    }

    private static bool IsLoopbackSocket(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && url.Scheme is "ws" or "wss"
        && (url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
