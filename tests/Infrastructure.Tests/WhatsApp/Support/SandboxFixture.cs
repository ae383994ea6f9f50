using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using WaSaas.Infrastructure.Programs;
using WaSaas.Infrastructure.WhatsApp.Processes;

namespace WaSaas.Infrastructure.Tests.WhatsApp.Support;

/// <summary>One sandbox network for all tests that need one; each test has phones and customers of its own.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private static int _people;

    private NodeProgram _program = null!;

    public SandboxClient Client { get; private set; } = null!;

    /// <summary>Settings with which a host uses this sandbox.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; private set; } = new Dictionary<string, string?>();

    public static string NewNumber() => "2289" + Interlocked.Increment(ref _people).ToString("D7", CultureInfo.InvariantCulture);

    public async ValueTask InitializeAsync()
    {
        var folder = ProgramFolder.Find("WhatsApp/Sandbox", null, "WhatsApp:SandboxPath");
        _program = NodeProgram.Start("sandbox", folder, ["--port", "0"], new Dictionary<string, string?>(), NullLogger.Instance);
        var info = JsonDocument.Parse((await _program.ReadLineAsync(CancellationToken.None))!).RootElement;
        _program.IgnoreOutput();
        Client = new SandboxClient(info.GetProperty("controlUrl").Deserialize<Uri>()!);
        Settings = new Dictionary<string, string?>
        {
            ["WhatsApp:Network"] = "Custom",
            ["WhatsApp:ServerUrl"] = info.GetProperty("serverUrl").GetString(),
            ["WhatsApp:RootKey"] = info.GetProperty("rootKey").GetString(),
            ["WhatsApp:MediaCa"] = info.GetProperty("mediaCa").GetString(),
        };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _program.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class SandboxTests : ICollectionFixture<SandboxFixture>
{
    public const string Name = "sandbox";
}
