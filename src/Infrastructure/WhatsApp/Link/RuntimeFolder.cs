using System.Security.Cryptography;
using System.Text;

namespace WaSaas.Infrastructure.WhatsApp.Link;

/// <summary>
/// Where the socket lies: short, because the kernel takes about a hundred bytes, and closed to everybody else. One host
/// owns a data root, so what lies there already is left over.
/// </summary>
internal static class RuntimeFolder
{
    private const int LongestPath = 99;
    private const string SocketName = "gw.sock";

    public static string NameFor(string dataRoot) => "wasaas-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataRoot)))[..12];

    /// <returns>The path of the socket in a new folder.</returns>
    public static string Prepare(string dataRoot)
    {
        var name = NameFor(dataRoot);
        var path = new[] { Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR"), Path.GetTempPath(), "/tmp" }
            .Where(folder => !string.IsNullOrEmpty(folder) && Directory.Exists(folder))
            .Select(folder => Path.Combine(folder!, name, SocketName))
            .FirstOrDefault(path => Encoding.UTF8.GetByteCount(path) <= LongestPath)
            ?? throw new InvalidOperationException("No folder for the gateway's socket has a path that is short enough. Set TMPDIR to a short one.");
        var folder = Path.GetDirectoryName(path)!;
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Create(folder);
        return path;
    }

    private static void Create(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
