namespace WaSaas.WebUI.Composition;

/// <summary>
/// One host per Data:Root: two would answer customers twice. The operating system lets go of the lock with the process,
/// however it ends. Commands do not take it.
/// </summary>
internal sealed class HostLock : IDisposable
{
    private readonly FileStream _file;

    private HostLock(FileStream file) => _file = file;

    /// <summary>Null when another host has it.</summary>
    public static HostLock? TryTake(string dataRoot)
    {
        Directory.CreateDirectory(dataRoot);
        try
        {
            return new HostLock(new FileStream(Path.Combine(dataRoot, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
