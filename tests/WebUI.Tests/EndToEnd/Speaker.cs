using System.Diagnostics;

namespace WaSaas.WebUI.Tests.EndToEnd;

/// <summary>Speaks into files, with the same Debian programs that the product uses.</summary>
internal static class Speaker
{
    /// <returns>Path of an Ogg/Opus file.</returns>
    public static async Task<string> NoteAsync(string folder, string text)
    {
        var (wav, ogg) = (await WavAsync(folder, text), Path.Combine(folder, $"{Guid.NewGuid():n}.ogg"));
        await RunAsync("opusenc", "--quiet", "--bitrate", "16", "--downmix-mono", wav, ogg);
        return ogg;
    }

    public static async Task<string> WavAsync(string folder, string text)
    {
        var wav = Path.Combine(folder, $"{Guid.NewGuid():n}.wav");
        await RunAsync("espeak-ng", "-v", "fr", "-w", wav, text);
        return wav;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
