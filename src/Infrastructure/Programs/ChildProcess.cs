using System.ComponentModel;
using System.Diagnostics;

namespace WaSaas.Infrastructure.Programs;

/// <summary>Runs a small program over bytes: in by standard input, out by standard output, bounded in time and size.</summary>
internal static class ChildProcess
{
    public const int MaxOutputBytes = 64 * 1024 * 1024;

    /// <summary>Null when the program fails, takes too long, writes too much, or is not installed.</summary>
    public static async Task<byte[]?> RunAsync(string program, IEnumerable<string> arguments, ReadOnlyMemory<byte> input, TimeSpan limit, CancellationToken ct)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
        time.CancelAfter(limit);
        using var process = Start(program, arguments);
        if (process is null)
        {
            return null;
        }

        try
        {
            var (output, errors) = (ReadAsync(process, time.Token), process.StandardError.ReadToEndAsync(time.Token));
            await WriteAsync(process, input, time.Token);
            var read = await output;
            await errors;
            await process.WaitForExitAsync(time.Token);
            return process.ExitCode == 0 && read.Length > 0 ? read : null;
        }
        catch (Exception failure) when (failure is OperationCanceledException or InvalidDataException && !ct.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            Kill(process);
        }
    }

    public static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, program)));

    private static Process? Start(string program, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    // A program that has seen enough may close its input first.
    private static async Task WriteAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken ct)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }

    private static async Task<byte[]> ReadAsync(Process process, CancellationToken ct)
    {
        using var all = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        while ((read = await process.StandardOutput.BaseStream.ReadAsync(buffer, ct)) > 0)
        {
            all.Write(buffer, 0, read);
            if (all.Length > MaxOutputBytes)
            {
                throw new InvalidDataException("The program writes too much.");
            }
        }

        return all.ToArray();
    }

    private static void Kill(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
