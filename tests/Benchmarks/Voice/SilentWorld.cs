using WaSaas.Application.Conversations;
using WaSaas.Application.Conversations.Media;
using WaSaas.Application.Speech;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Benchmarks.Voice;

/// <summary>A network and a speech service that take no time: what is left is the product's own.</summary>
internal sealed class SilentWorld(byte[] note) : IMediaSource, IMessagingChannel, ISpeechToText
{
    public Channel Channel => Channel.WhatsApp;

    public bool IsConfigured => true;

    public int Heard { get; private set; }

    public Task<FetchedMedia> FetchAsync(SessionId session, string externalId, string source, CancellationToken ct) =>
        Task.FromResult(new FetchedMedia(note.ToArray()));

    public Task<Hearing> TranscribeAsync(Recording recording, SpeechHints hints, CancellationToken ct)
    {
        Heard++;
        return Task.FromResult(Hearing.Of(new Transcript("le bazin est à combien ?", 0.9, "fr")));
    }

    public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken ct) => Task.FromResult(new SendOutcome(SendResult.Delivered));

    public Task ShowTypingAsync(SessionId? session, string chat, bool typing, CancellationToken ct) => Task.CompletedTask;

    public Task MarkReadAsync(SessionId? session, string chat, IReadOnlyList<string> externalIds, CancellationToken ct) => Task.CompletedTask;
}
