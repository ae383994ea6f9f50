using System.Diagnostics;

namespace WaSaas.WebUI.Tests.Screens;

/// <summary>Pictures with something on them, made by ffmpeg.</summary>
internal static class TestPicture
{
    public static async Task<byte[]> MakeAsync(string codec = "mjpeg", int width = 800, int height = 600)
    {
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments = ["-loglevel", "error", "-f", "lavfi", "-i", FormattableString.Invariant($"testsrc=size={width}x{height}:rate=1:duration=1"), "-frames:v", "1", "-c:v", codec, "-f", "image2pipe", "pipe:1"];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var ffmpeg = Process.Start(start)!;
        using var made = new MemoryStream();
        await ffmpeg.StandardOutput.BaseStream.CopyToAsync(made);
        await ffmpeg.WaitForExitAsync();
        Assert.Equal(0, ffmpeg.ExitCode);
        return made.ToArray();
    }
}
