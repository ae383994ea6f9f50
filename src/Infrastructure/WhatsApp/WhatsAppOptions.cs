using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Hosting;
using WaSaas.Application.WhatsApp;

namespace WaSaas.Infrastructure.WhatsApp;

/// <summary>Section <c>WhatsApp</c>.</summary>
public sealed class WhatsAppOptions
{
    public const string Section = "WhatsApp";

    /// <summary>WhatsApp, Sandbox or Custom. Not set: WhatsApp in Production, Sandbox otherwise.</summary>
    public WhatsAppNetwork? Network { get; init; }

    /// <summary>Custom only: WebSocket URL of the server, on this machine.</summary>
    public string? ServerUrl { get; init; }

    /// <summary>Custom only: root of the Noise certificate chain, 64 hex digits.</summary>
    public string? RootKey { get; init; }

    /// <summary>Custom only: PEM file of the media host's certificate authority.</summary>
    public string? MediaCa { get; init; }

    /// <summary>Port of the sandbox; 0 = any free one.</summary>
    [Range(0, 65_535)]
    public int SandboxPort { get; init; } = 5081;

    /// <summary>Gateway processes; sessions are spread over them.</summary>
    [Range(1, 64)]
    public int GatewayProcesses { get; init; } = 1;

    /// <summary>Sessions that one gateway process takes.</summary>
    [Range(1, 2_000)]
    public int GatewayCapacity { get; init; } = 200;

    /// <summary>Sessions of the whole host that are linked or connected at the same time; the others wait for their turn.</summary>
    [Range(1, 1_000)]
    public int ConnectingAtOnce { get; init; } = 10;

    /// <summary>New connections of the whole host a second, so that many numbers come back one after the other.</summary>
    [Range(1, 1_000)]
    public int ConnectionsPerSecond { get; init; } = 20;

    /// <summary>A connection without any sign of life for so long is asked for one; it is also the patience for an acknowledgement.</summary>
    [Range(1, 45)]
    public int EvidenceSeconds { get; init; } = 45;

    /// <summary>
    /// Version of WhatsApp Web to speak, e.g. 2.3000.1043857760; not set: the last one that WhatsApp let in, at first the
    /// client library's own.
    /// </summary>
    [RegularExpression(@"\d{1,6}\.\d{1,8}\.\d{1,12}", ErrorMessage = "WhatsApp:WebVersion is three numbers with dots, e.g. 2.3000.1043857760.")]
    public string? WebVersion { get; init; }

    /// <summary>Folder of the gateway program; not set: found from where the host runs.</summary>
    public string? GatewayPath { get; init; }

    /// <summary>Folder of the sandbox program; not set: found from where the host runs.</summary>
    public string? SandboxPath { get; init; }

    public WhatsAppNetwork NetworkIn(IHostEnvironment environment) =>
        Network ?? (environment.IsProduction() ? WhatsAppNetwork.WhatsApp : WhatsAppNetwork.Sandbox);
}
