namespace WaSaas.Domain.Conversations;

/// <summary>The file that goes with a message, and what became of it. Immutable, simple properties: stored as it is.</summary>
public sealed record MessageMedia
{
    /// <summary>Why a note has no transcript: nobody listens here.</summary>
    public const string NotConfigured = "not_configured";

    /// <summary>How the codes begin that say why there is no file; the others say why there is no transcript.</summary>
    public const string OfFile = "media_";

    /// <summary>It is not there any more, neither on the network nor here.</summary>
    public const string Gone = "media_gone";

    /// <summary>It may be opened once, on the phone.</summary>
    public const string ViewOnce = "view_once";

    /// <summary>More than the shop's plan takes in: it was not fetched.</summary>
    public const string TooLarge = "media_too_large";

    /// <summary>What the channel needs to fetch it, sealed by the channel; null when there is nothing (more) to fetch.</summary>
    public string? Source { get; init; }

    /// <summary>As the sender declares it, until the content itself was looked at.</summary>
    public string? Mime { get; init; }

    public long Bytes { get; init; }

    public int? Seconds { get; init; }

    /// <summary>Up to 64 loudness values from 0 to 100, base64.</summary>
    public string? Waveform { get; init; }

    public string? FileName { get; init; }

    /// <summary>Seconds that were counted in the shop's month because a machine listened or spoke; null = none.</summary>
    public int? CountedSeconds { get; init; }

    /// <summary>When they were counted.</summary>
    public DateTimeOffset? CountedAt { get; init; }

    /// <summary>How sure the machine is that wrote the text down, 0 to 1; null when it does not tell or a person wrote it.</summary>
    public double? Confidence { get; init; }

    /// <summary>A person of the shop wrote the text or put it right.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>Why there is no file or no transcript, as a code; the vendor's screens have the sentence.</summary>
    public string? Failure { get; init; }

    public MessageMedia Counted(int seconds, DateTimeOffset at) => this with { CountedSeconds = seconds, CountedAt = at };

    /// <summary>Of a simulated note: its words were typed, and nobody spoke them.</summary>
    public static MessageMedia Simulated(double? seconds, double? confidence = null) =>
        new() { Seconds = seconds is { } length ? (int)Math.Ceiling(length) : null, Confidence = confidence };
}

/// <summary>What came of fetching a file and listening to it. What is null stays as it is.</summary>
/// <param name="File">Its name in the shop's file store.</param>
/// <param name="Mime">By its content.</param>
/// <param name="Seconds">By its content.</param>
/// <param name="Text">What was heard.</param>
/// <param name="Confidence">How sure that is.</param>
/// <param name="Failure">Why something is missing.</param>
public sealed record MediaOutcome(
    string? File = null, string? Mime = null, int? Seconds = null, string? Text = null, double? Confidence = null, string? Failure = null)
{
    /// <summary>What a cart lists.</summary>
    public IReadOnlyList<ListedItem>? Items { get; init; }
}
