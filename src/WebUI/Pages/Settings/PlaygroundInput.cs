using System.Globalization;
using WaSaas.Application.Conversations;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;

namespace WaSaas.WebUI.Pages.Settings;

/// <summary>What the vendor sends as a customer: one form with a button for each kind.</summary>
public sealed class PlaygroundInput
{
    /// <summary>A voice note is typed; people speak about so many letters in a second.</summary>
    private const double LettersPerSecond = 14;

    private static readonly Error PinUnreadable = new("pin_unreadable", "Choose a zone, or type latitude and longitude.");

    public string? Text { get; set; }

    /// <summary>text, voice, image, file, pin or vendor.</summary>
    public string? Kind { get; set; }

    /// <summary>A recording or a photo.</summary>
    public IFormFile? File { get; set; }

    /// <summary>A customer who is played by herself, instead of a text.</summary>
    public string? Preset { get; set; }

    /// <summary>Latitude and longitude of a zone's centre.</summary>
    public string? Centre { get; set; }

    public string? Latitude { get; set; }

    public string? Longitude { get; set; }

    /// <summary>The file is what is sent; the words go with it.</summary>
    internal bool IsFile => Kind == "file" && string.IsNullOrEmpty(Preset);

    internal string? Words => string.IsNullOrWhiteSpace(Text) ? null : Text.Trim();

    internal async Task<byte[]> ReadFileAsync(CancellationToken ct)
    {
        using var content = new MemoryStream();
        await (File?.CopyToAsync(content, ct) ?? Task.CompletedTask);
        return content.ToArray();
    }

    /// <param name="presetLine">What a preset customer says next; null when there is no such customer.</param>
    internal Result<SimulatedMessage> Read(Func<string, string?> presetLine)
    {
        if (Preset is { Length: > 0 } preset && presetLine(preset) is { } line)
        {
            return new SimulatedMessage(false, MessageContent.OfText(line));
        }

        return Words?.Length > MessageContent.MaxTextLength ? ConversationErrors.MessageTooLong : Read(Words);
    }

    private Result<SimulatedMessage> Read(string? words) => Kind switch
    {
        "pin" => Pin() is { } point ? Of(new MessageContent(MessageKind.Location, null, point.Latitude, point.Longitude)) : PinUnreadable,
        "voice" => Of(MessageContent.OfVoice(words, MessageMedia.Simulated(1 + ((words?.Length ?? 0) / LettersPerSecond)))),
        "image" => Of(new MessageContent(MessageKind.Image, words)),
        _ when words is null => ConversationErrors.EmptyMessage,
        "vendor" => new SimulatedMessage(true, MessageContent.OfText(words)),
        _ => Of(MessageContent.OfText(words)),
    };

    private static Result<SimulatedMessage> Of(MessageContent content) => new SimulatedMessage(false, content);

    /// <summary>What is typed goes before what is chosen.</summary>
    private GeoPoint? Pin()
    {
        var typed = $"{Latitude?.Trim().Replace(',', '.')} {Longitude?.Trim().Replace(',', '.')}";
        var parts = (string.IsNullOrWhiteSpace(typed) ? Centre ?? "" : typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts is [var north, var east] && Number(north) is { } latitude && Number(east) is { } longitude && new GeoPoint(latitude, longitude) is var point && point.IsOnEarth()
            ? point
            : null;
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
