using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace WaSaas.Infrastructure.WhatsApp.Processes;

/// <summary>A Node child process. It gets the few variables that it needs: the host's own environment holds secrets.</summary>
internal sealed partial class NodeProgram : IAsyncDisposable
{
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(5);

    private static readonly string[] Inherited =
        ["PATH", "HOME", "USERPROFILE", "LANG", "TZ", "TMPDIR", "TEMP", "TMP", "SystemRoot", "NODE_EXTRA_CA_CERTS"];

    private readonly Process _process;
    private readonly ILogger _log;
    private readonly string _name;

    private NodeProgram(Process process, string name, ILogger log)
    {
        (_process, _name, _log) = (process, name, log);
        Exited = process.WaitForExitAsync(CancellationToken.None);
    }

    public int Id => _process.Id;

    public Task Exited { get; }

    /// <summary>The next line of standard output; null at the end.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken ct) => await _process.StandardOutput.ReadLineAsync(ct);

    /// <summary>Throws away what is still written to standard output: a full pipe would stop the program.</summary>
    public void IgnoreOutput() => _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);

    public static NodeProgram Start(string name, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment, ILogger log)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments.Prepend("src/main.js"))
        {
            start.ArgumentList.Add(argument);
        }

        var kept = Inherited.Select(variable => (variable, Value: Environment.GetEnvironmentVariable(variable))).ToList();
        start.Environment.Clear();
        foreach (var (variable, value) in kept.Concat(environment.Select(pair => (pair.Key, pair.Value))).Where(pair => pair.Value is not null))
        {
            start.Environment[variable] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("Node did not start.");
        var program = new NodeProgram(process, name, log);
        _ = program.LogErrorsAsync();
        return program;
    }

    /// <summary>The programs end by themselves when the host lets go of them; one that does not is ended.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await Exited.WaitAsync(LastPatience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited)
        {
            Killed(_name, _process.Id);
            _process.Kill(entireProcessTree: true);
            await Exited;
        }

        _process.Dispose();
    }

    private async Task LogErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            Said(_name, line);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Program}: {Line}")]
    private partial void Said(string program, string line);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Program} (process {Id}) did not end by itself and was killed")]
    private partial void Killed(string program, int id);
}
