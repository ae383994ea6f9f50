using System.Text.Json;
using WaSaas.Domain.Conversations;
using WaSaas.Infrastructure.WhatsApp.Link;

namespace WaSaas.Infrastructure.WhatsApp.Journal;

/// <summary>What comes with a message beside words. Its author chose all of it: cut to what a screen can show.</summary>
internal sealed partial record JournalMessage
{
    private const int LongestName = 100;
    private const int LongestQuote = 600;
    private const int MostPhones = 3;
    private const int LongestLife = 366 * 86_400;

    private MessageMedia? ToMedia() => this switch
    {
        { ViewOnce: true } => new MessageMedia { Mime = Media?.ToMedia(Chat, FromMe).Mime, Seconds = Media?.ToMedia(Chat, FromMe).Seconds, Failure = MessageMedia.ViewOnce },
        { Order: { } order } => new MessageMedia { Source = order.ToSource() },
        _ => Media?.ToMedia(Chat, FromMe),
    };

    private MessageDetails? ToDetails()
    {
        var details = new MessageDetails
        {
            Contacts = [.. (Contacts ?? []).Take(MessageDetails.MaxContacts).Select(ToContact)],
            Options = [.. (Options ?? []).Take(MessageDetails.MaxOptions).Select(option => Cut(option, LongestName)!)],
            ItemCount = Order?.Count is > 0 and <= 100_000 and var count ? (int)count : null,
            IsViewOnce = ViewOnce,
            ExpiresAfter = Expires is > 0 and <= LongestLife ? (int)Expires : null,
            QuotedText = Cut(QuotedText, LongestQuote),
            QuotesStatus = QuotedStatus,
            IsUpdate = Update,
        };
        return details.IsEmpty ? null : details;
    }

    private static SharedContact ToContact(JournalContact contact) => new(
        Cut(contact.Name, LongestName) ?? "",
        [.. (contact.Phones ?? []).Take(MostPhones).Select(phone => Cut(phone, LongestName)!)]);

    private static string? Cut(string? text, int length) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Length > length ? text[..length] : text;
}

internal sealed record JournalContact(string? Name, IReadOnlyList<string>? Phones);
