using WaSaas.Application.Conversations;

namespace WaSaas.WebUI.Pages.Messages;

/// <summary>The list on the left.</summary>
public sealed record InboxView(Inbox Inbox, InboxFilter Filter, string? Search, Guid? Current, string Zone)
{
    public bool IsFiltered => Filter != InboxFilter.All || !string.IsNullOrWhiteSpace(Search);

    /// <summary>Value of the query parameter; null for all.</summary>
    public static string? NameOf(InboxFilter filter) => filter switch
    {
        InboxFilter.NeedsYou => "needs-you",
        InboxFilter.Unseen => "unseen",
        _ => null,
    };

    public static InboxFilter FilterOf(string? name) => name switch
    {
        "needs-you" => InboxFilter.NeedsYou,
        "unseen" => InboxFilter.Unseen,
        _ => InboxFilter.All,
    };
}

/// <summary>One conversation.</summary>
public sealed record ThreadView(ConversationThread Thread, string Zone, DateTimeOffset Now)
{
    /// <summary>The message that another one answers or changes, when it is shown.</summary>
    public ThreadMessage? Find(string? externalId) => externalId is null ? null : Thread.Messages.FirstOrDefault(m => m.ExternalId == externalId);
}
