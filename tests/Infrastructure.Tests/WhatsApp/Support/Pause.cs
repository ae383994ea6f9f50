using System.Diagnostics;

namespace WaSaas.Infrastructure.Tests.WhatsApp.Support;

/// <summary>A process is stopped by the kernel (SIGSTOP) and goes on (SIGCONT) when this is disposed.</summary>
internal sealed class Pause : IDisposable
{
    private readonly int _id;

    public Pause(int id)
    {
        _id = id;
        Signal("-STOP");
    }

    public void Dispose() => Signal("-CONT");

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [name, _id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
