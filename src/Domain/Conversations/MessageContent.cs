namespace WaSaas.Domain.Conversations;

/// <summary>What a message says; texts are untrusted data.</summary>
public sealed record MessageContent(
    MessageKind Kind, string? Text = null, double? Latitude = null, double? Longitude = null, string? TargetId = null)
{
    public const int MaxTextLength = 4_096;

    /// <summary>Name in the shop's file store of what goes with it.</summary>
    public string? File { get; init; }

    public MessageMedia? Media { get; init; }

    public MessageDetails? Details { get; init; }

    /// <summary>External id of the message that this one answers.</summary>
    public string? QuotedId { get; init; }

    /// <summary>The product that it shows.</summary>
    public string? Sku { get; init; }

    public static MessageContent OfText(string text) => new(MessageKind.Text, text);

    /// <summary>A picture of a product, with a caption.</summary>
    public static MessageContent OfPhoto(string file, string sku, string caption) => new(MessageKind.Image, caption) { File = file, Sku = sku };

    /// <summary>A voice note; its text is what was said, null when nobody could make it out. A simulated one has no file.</summary>
    public static MessageContent OfVoice(string? words, MessageMedia? media = null, string? file = null) =>
        new(MessageKind.Audio, words) { Media = media, File = file };
}
