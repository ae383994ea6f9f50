using System.Diagnostics;

namespace WaSaas.WebUI.Tests.Cli;

/// <summary>The program as a process of its own, with a folder for its data and nothing of this process's settings.</summary>
public sealed class ProgramProcess : IDisposable
{
    private static readonly string[] Inherited = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ASPNETCORE_URLS", "Data__Root"];

    public string Folder { get; } = Directory.CreateTempSubdirectory("wasaas-program-").FullName;

    public string Data => Path.Combine(Folder, "data");

    public sealed record Ended(int ExitCode, string Output, string Errors)
    {
        public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public async Task<Ended> RunAsync(Dictionary<string, string> settings, params string[] arguments)
    {
        using var process = Start(settings, arguments);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return new Ended(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    public Task<Ended> RunAsync(params string[] arguments) => RunAsync([], arguments);

    public Process Start(Dictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        Inherited.ToList().ForEach(name => start.Environment.Remove(name));
        start.Environment["Data__Root"] = Data;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
