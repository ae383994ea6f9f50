using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using WaSaas.Application.WhatsApp;

namespace WaSaas.WebUI.Tests.Screens;

/// <summary>The real sandbox network as a process of its own. It ends by itself when its standard input does.</summary>
public sealed class SandboxProcess : ISandboxNetwork, IAsyncDisposable
{
    private readonly Process _process;

    private SandboxProcess(Process process, Uri control) => (_process, ControlUrl) = (process, control);

    public Uri? ControlUrl { get; private set; }

    public static async Task<SandboxProcess> StartAsync()
    {
        var folder = FolderOf();
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            await (await RunAsync(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")).WaitForExitAsync();
        }

        var process = await RunAsync(folder, "node", "src/main.js", "--port", "0");
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        return new SandboxProcess(process, new Uri(JsonSerializer.Deserialize<JsonElement>(line).GetProperty("controlUrl").GetString()!));
    }

    /// <summary>The network dies under the running page.</summary>
    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await StopAsync();
        }

        _process.Dispose();
    }

    private static Task<Process> RunAsync(string folder, string program, params string[] arguments) => Task.FromResult(Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!);

    private static string FolderOf([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Infrastructure", "WhatsApp", "Sandbox"));
}
