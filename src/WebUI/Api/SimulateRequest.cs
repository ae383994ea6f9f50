using WaSaas.Application.Conversations;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.WebUI.Api;

/// <summary>One burst of messages of a simulated conversation.</summary>
/// <param name="Conversation">Any id chosen by the caller, 1 to 100 characters.</param>
/// <param name="At">The simulated clock of this turn; it must not go back. Without it the clock runs on.</param>
/// <param name="Messages">1 to 20, the oldest first.</param>
internal sealed record SimulateRequest(string? Conversation, DateTimeOffset? At, IReadOnlyList<SimulateMessage?>? Messages)
{
    private const int MaxMessages = 20;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    private static readonly Error NameLength = new("conversation_length", $"A conversation is named with 1 to {Simulator.MaxConversationLength} characters.");
    private static readonly Error Count = new("message_count", $"Send 1 to {MaxMessages} messages.");
    private static readonly Error ClockRange = new("clock_range", $"The clock of a simulation lies between the years {FirstYear} and {LastYear}.");

    public static FieldProblem? CheckName(string? conversation) =>
        conversation?.Trim().Length is > 0 and <= Simulator.MaxConversationLength && conversation.Length <= Simulator.MaxConversationLength
            ? null
            : new FieldProblem("conversation", NameLength);

    public FieldProblem? Check() => CheckName(Conversation)
        ?? (At?.Year is < FirstYear or >= LastYear ? new FieldProblem("at", ClockRange) : null)
        ?? (Messages is { Count: > 0 and <= MaxMessages } ? null : new FieldProblem("messages", Count))
        ?? Messages!.Select((message, index) => (message ?? new SimulateMessage()).Check($"messages[{index}]")).FirstOrDefault(problem => problem is not null);

    /// <summary>Of a request that was checked.</summary>
    public IReadOnlyList<SimulatedMessage> Burst() => [.. Messages!.Select(message => message!.Read())];
}

/// <param name="From">customer or vendor.</param>
/// <param name="Kind">text, voice, location or image.</param>
/// <param name="Text">Text, caption, or transcript of a voice note; a voice note without it could not be made out.</param>
/// <param name="Confidence">Of the transcript, 0 to 1.</param>
/// <param name="Seconds">Length of a voice note.</param>
internal sealed record SimulateMessage(
    string? From = null, string? Kind = null, string? Text = null, double? Confidence = null, double? Seconds = null, double? Latitude = null, double? Longitude = null)
{
    private const string Vendor = "vendor";
    private const double MaxSeconds = 3_600;

    private static readonly Error AuthorUnknown = new("author_unknown", "A message is from customer or vendor.");
    private static readonly Error KindUnknown = new("kind_unknown", "The kind of a message is text, voice, location or image.");
    private static readonly Error TextLength = new("text_length", $"A text has 1 to {MessageContent.MaxTextLength} characters.");
    private static readonly Error ConfidenceRange = new("confidence_range", "A confidence lies between 0 and 1.");
    private static readonly Error SecondsRange = new("seconds_range", "A voice note has at most 3600 seconds.");
    private static readonly Error PlaceRange = new("place_range", "A location has a latitude from -90 to 90 and a longitude from -180 to 180.");

    public FieldProblem? Check(string at) => this switch
    {
        { From: not (null or "customer" or Vendor) } => new($"{at}.from", AuthorUnknown),
        { Kind: not (null or "text" or "voice" or "location" or "image") } => new($"{at}.kind", KindUnknown),
        { Text.Length: > MessageContent.MaxTextLength } => new($"{at}.text", TextLength, StatusCodes.Status413PayloadTooLarge),
        { Kind: null or "text" } when string.IsNullOrWhiteSpace(Text) => new($"{at}.text", TextLength),
        { Confidence: < 0 or > 1 } => new($"{at}.confidence", ConfidenceRange),
        { Seconds: < 0 or > MaxSeconds } => new($"{at}.seconds", SecondsRange),
        { Kind: "location", Latitude: not (>= -90 and <= 90) } => new($"{at}.latitude", PlaceRange),
        { Kind: "location", Longitude: not (>= -180 and <= 180) } => new($"{at}.longitude", PlaceRange),
        _ => null,
    };

    public SimulatedMessage Read() => new(From == Vendor, Kind switch
    {
        "voice" => MessageContent.OfVoice(Words, MessageMedia.Simulated(Seconds, Confidence)),
        "location" => new MessageContent(MessageKind.Location, Words, Latitude, Longitude),
        "image" => new MessageContent(MessageKind.Image, Words),
        _ => MessageContent.OfText(Text!),
    });

    private string? Words => string.IsNullOrWhiteSpace(Text) ? null : Text;
}
