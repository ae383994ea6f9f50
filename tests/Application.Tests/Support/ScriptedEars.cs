using WaSaas.Application.Conversations.Media;
using WaSaas.Application.Speech;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Tests.Support;

/// <summary>Files and hearing as the test wants them.</summary>
public sealed class ScriptedEars : ISpeechToText, IMediaSource
{
    public static readonly byte[] Note = [.. "OggS"u8, 1, 2, 3];

    public Channel Channel => Channel.WhatsApp;

    public bool IsConfigured { get; set; } = true;

    public int Fetches { get; private set; }

    public SpeechHints? Hints { get; private set; }

    public Func<FetchedMedia> Fetch { get; set; } = () => new FetchedMedia(Note);

    public Func<Task<Hearing>> Hear { get; set; } = () => Task.FromResult(Hearing.Of(new Transcript("le bazin est à combien ?", 0.9, "fr")));

    public Task<FetchedMedia> FetchAsync(SessionId session, string externalId, string source, CancellationToken ct)
    {
        Fetches++;
        return Task.FromResult(Fetch());
    }

    public Task<Hearing> TranscribeAsync(Recording recording, SpeechHints hints, CancellationToken ct)
    {
        Hints = hints;
        return Hear();
    }
}
