namespace WaSaas.WebUI.Pages.Shared;

/// <summary>Title, one sentence, at most one primary action.</summary>
public sealed record PageHeader(string Title, string? Lead = null, string? ActionText = null, string? ActionHref = null, string ActionIcon = "plus");

/// <summary>Why there is nothing, and one next step.</summary>
public sealed record EmptyState(string Title, string Text, string? ActionText = null, string? ActionHref = null);

/// <param name="Kind">Empty, ok, warn or bad.</param>
/// <param name="Icon">Name in the sprite.</param>
/// <param name="Strong">What is the matter.</param>
/// <param name="Text">What it means.</param>
/// <param name="LinkText">What to do.</param>
/// <param name="Href">Where.</param>
public sealed record Banner(string Kind, string Icon, string Strong, string? Text = null, string? LinkText = null, string? Href = null);

public sealed record FilterChip(string Text, string Href, bool Current);

/// <summary>A question before something that cannot be undone: it names the consequence, and the button repeats the verb.</summary>
public sealed record ConfirmDialog(string Id, string Title, string Text, string Verb, string Action);

/// <param name="First">Number of the first row shown, from 1.</param>
/// <param name="Last">Number of the last.</param>
/// <param name="Total">Of all rows.</param>
/// <param name="Previous">Address, or null at the start.</param>
/// <param name="Next">Address, or null at the end.</param>
public sealed record Pager(int First, int Last, int Total, string? Previous, string? Next);
