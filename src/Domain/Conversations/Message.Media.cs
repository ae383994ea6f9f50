namespace WaSaas.Domain.Conversations;

/// <summary>What comes with a message besides words: fetched after it was stored, and listened to when it is a voice note.</summary>
public sealed partial class Message
{
    public const int MaxMediaAttempts = 5;
    private const int HeadlineLength = 120;

    /// <summary>Name in the shop's file store of what goes with it.</summary>
    public string? File { get; private set; }

    public MessageMedia? Media { get; private set; }

    /// <summary>When its file is to be fetched or listened to (again); null when there is nothing to do.</summary>
    public DateTimeOffset? MediaDueAt { get; private set; }

    public int MediaAttempts { get; private set; }

    /// <summary>A customer's voice note: its text is what was heard.</summary>
    public bool IsVoiceNote => Kind == MessageKind.Audio && Author == MessageAuthor.Customer;

    internal void AwaitMedia(DateTimeOffset at)
    {
        var isToFetch = File is null && Media?.Source is not null;
        var isToHear = IsVoiceNote && File is not null && string.IsNullOrWhiteSpace(Text);
        MediaDueAt = isToFetch || isToHear ? at : null;
    }

    internal void Settle(MediaOutcome outcome)
    {
        MediaDueAt = null;
        File ??= outcome.File;
        Text = string.IsNullOrWhiteSpace(outcome.Text) ? Text : Cut(outcome.Text);
        Details = outcome.Items is { } items ? (Details ?? new MessageDetails()) with { Items = items } : Details;
        Media = (Media ?? new MessageMedia()) with
        {
            Source = null,
            Mime = outcome.Mime ?? Media?.Mime,
            Seconds = outcome.Seconds ?? Media?.Seconds,
            Confidence = outcome.Confidence,
            Failure = outcome.Failure,
        };
    }

    /// <summary>What a machine listened to or spoke, for the count of the month to be found again.</summary>
    public void Count(int seconds, DateTimeOffset at) =>
        Media = (Media ?? new MessageMedia()).Counted(seconds, at);

    /// <summary>Not to be had now; it is tried again. Without a connection nothing was tried.</summary>
    public void RetryMedia(DateTimeOffset at, bool counts)
    {
        MediaDueAt = at;
        MediaAttempts += counts ? 1 : 0;
    }

    internal void Correct(string transcript)
    {
        (Text, MediaDueAt) = (Cut(transcript), null);
        Media = (Media ?? new MessageMedia()) with { IsCorrected = true, Confidence = null, Failure = null };
    }

    /// <summary>The shop's plan keeps files for a while only; what was said stays.</summary>
    /// <returns>The name of the file that is not needed any more.</returns>
    public string? ForgetFile()
    {
        var file = File;
        (File, MediaDueAt) = (null, null);
        Media = (Media ?? new MessageMedia()) with { Source = null, Failure = MessageMedia.Gone };
        return file;
    }

    /// <summary>What a list shows of it in one line; null when its kind says it all.</summary>
    internal string? Headline =>
        !string.IsNullOrWhiteSpace(Text) ? Short(Text)
        : Kind == MessageKind.Document && Media?.FileName is { } name ? Short(name)
        : Details is { Contacts: { Count: > 0 } contacts } ? Short(string.Join(", ", contacts.Select(contact => contact.Name)))
        : null;

    private static string Short(string text) => text.Length > HeadlineLength ? text[..HeadlineLength] : text;

    private static string? Cut(string? text) => text is { Length: > MessageContent.MaxTextLength } ? text[..MessageContent.MaxTextLength] : text;
}
