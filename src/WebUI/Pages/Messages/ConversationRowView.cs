using WaSaas.Application.Conversations;
using WaSaas.Domain.Conversations;

namespace WaSaas.WebUI.Pages.Messages;

/// <summary>One line of the list.</summary>
public sealed record ConversationRowView(InboxRow Row, InboxView Inbox)
{
    private const string Shades = " bcde";

    public bool IsCurrent => Row.Id.Value == Inbox.Current;

    /// <summary>The assistant asked for a person, or the customer waits for the one who took over.</summary>
    public bool NeedsYou => Row.HandOffReason is not null || (Row.Responder == Responder.Person && Row.LastAuthor == MessageAuthor.Customer);

    /// <summary>Up to two letters for the round picture.</summary>
    public static string InitialsOf(string? name)
    {
        var letters = (name ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetter(word[0])).Take(2);
        var initials = string.Concat(letters.Select(word => char.ToUpperInvariant(word[0])));
        return initials.Length > 0 ? initials : "+";
    }

    /// <summary>The same customer has the same shade everywhere.</summary>
    public static string ShadeOf(ConversationId id) => Shades[id.Value.ToByteArray()[15] % Shades.Length].ToString().Trim();
}
