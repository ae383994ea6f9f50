using WaSaas.Application.Common;
using WaSaas.Application.Speech;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations.Media;

/// <summary>
/// A file that the vendor sends as a customer in a simulation. Judged by its content, made into what WhatsApp would bring
/// (a recording of a browser becomes a genuine voice note), and kept like any customer's file.
/// </summary>
public sealed class SimulatedFiles(IVoiceNotes notes, IPictures pictures, IFileStore files)
{
    public const int MaxBytes = PictureErrors.MaxBytes;

    private static readonly HashSet<MediaType> Sounds = [MediaType.Ogg, MediaType.Mp3, MediaType.Wav, MediaType.M4a, MediaType.Mp4, MediaType.Webm];
    private static readonly HashSet<MediaType> Pictures = [MediaType.Jpeg, MediaType.Png, MediaType.Webp];

    /// <param name="upload">The file.</param>
    /// <param name="words">Caption of a picture; of a recording, what was said when nobody is to listen.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task<Result<MessageContent>> TakeAsync(byte[] upload, string? words, CancellationToken ct)
    {
        var type = MediaType.OfContent(upload);
        return upload.Length > MaxBytes ? ConversationErrors.UploadTooLarge(MaxBytes / 1024 / 1024)
            : Sounds.Contains(type) ? await HearAsync(upload, words, ct)
            : Pictures.Contains(type) ? await SeeAsync(upload, words, ct)
            : ConversationErrors.UploadUnknown;
    }

    private async Task<Result<MessageContent>> HearAsync(byte[] upload, string? words, CancellationToken ct)
    {
        if (await notes.MakeAsync(upload, ct) is not { } note)
        {
            return ConversationErrors.RecordingUnreadable;
        }

        var media = new MessageMedia { Mime = MediaType.Ogg.Mime, Bytes = note.Ogg.Length, Seconds = note.Seconds, Waveform = Convert.ToBase64String(note.Waveform) };
        return MessageContent.OfVoice(words, media) with { File = await KeepAsync(note.Ogg, MediaType.Ogg, ct) };
    }

    private async Task<Result<MessageContent>> SeeAsync(byte[] upload, string? words, CancellationToken ct)
    {
        var prepared = await pictures.PrepareAsync(upload, ct);
        return prepared.Value is { } picture
            ? new MessageContent(MessageKind.Image, words)
            {
                File = await KeepAsync(picture.Jpeg, MediaType.Jpeg, ct),
                Media = new MessageMedia { Mime = MediaType.Jpeg.Mime, Bytes = picture.Jpeg.Length },
            }
            : prepared.Error!;
    }

    private async Task<string> KeepAsync(byte[] content, MediaType type, CancellationToken ct)
    {
        var file = $"{Guid.NewGuid():n}.{type.Extension}";
        await files.SaveAsync(file, content, ct);
        return file;
    }
}
