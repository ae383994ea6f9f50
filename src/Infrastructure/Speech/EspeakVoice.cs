using System.Text;
using WaSaas.Application.Speech;
using WaSaas.Infrastructure.Programs;

namespace WaSaas.Infrastructure.Speech;

/// <summary>The voice that needs no account: espeak-ng as a child process (its licence does not reach over a pipe).</summary>
internal sealed class EspeakVoice(IVoiceNotes notes) : ITextToSpeech
{
    private const string Program = "espeak-ng";
    private const string WordsPerMinute = "165";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    // Looked up once: nobody installs it under a running host.
    private readonly bool _installed = ChildProcess.IsInstalled(Program) && ChildProcess.IsInstalled("opusenc") && ChildProcess.IsInstalled("opusdec");

    public bool IsConfigured => _installed;

    public async Task<VoiceNote?> SpeakAsync(string text, string language, CancellationToken ct)
    {
        if (!_installed)
        {
            return null;
        }

        var voice = language == "en" ? "en" : "fr";
        var wav = await ChildProcess.RunAsync(Program, ["-v", voice, "-s", WordsPerMinute, "--stdin", "--stdout"], Encoding.UTF8.GetBytes(text), Limit, ct);
        return wav is null ? null : await notes.MakeAsync(wav, ct);
    }
}
