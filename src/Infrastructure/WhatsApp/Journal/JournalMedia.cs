using System.Text.Json;
using WaSaas.Domain.Conversations;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp.Journal;

/// <summary><c>media</c> of the gateway protocol: all that a later download needs. Numbers and names are the customer's.</summary>
internal sealed record JournalMedia(
    string? Kind,
    string? Mime,
    double? Bytes,
    double? Seconds,
    bool? Voice,
    string? FileName,
    string? Sha256,
    string? Key,
    string? DirectPath,
    string? Url,
    string? Waveform)
{
    private const int LongestName = 200;
    private const int LongestWaveform = 64;
    private const int LongestDay = 86_400;

    /// <param name="chat">Where it was sent, for asking the phone when WhatsApp has dropped the file.</param>
    /// <param name="fromMe">Sent by the vendor.</param>
    public MessageMedia ToMedia(string chat, bool fromMe)
    {
        var isThere = Key is not null && DirectPath is not null && Sha256 is not null;
        return new MessageMedia
        {
            // The address that the customer gives is never fetched: what is kept does not hold it.
            Source = isThere ? new MediaSource(this with { Url = null, Waveform = null, FileName = null }, chat, fromMe).ToJson() : null,
            Failure = isThere ? null : MessageMedia.Gone,
            Mime = Short(Mime),
            Bytes = (long)Math.Clamp(Bytes ?? 0, 0, long.MaxValue / 2),
            Seconds = Seconds is > 0 and < LongestDay ? (int)Seconds : null,
            FileName = Short(FileName),
            Waveform = Bars(),
        };
    }

    private string? Bars()
    {
        var bars = new byte[LongestWaveform];
        return Waveform is { Length: > 0 and <= LongestWaveform * 2 } text && Convert.TryFromBase64String(text, bars, out var length) && length > 0 ? text : null;
    }

    private static string? Short(string? text) => text is { Length: > LongestName } ? text[..LongestName] : text;
}
