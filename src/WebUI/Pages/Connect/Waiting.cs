namespace WaSaas.WebUI.Pages.Connect;

/// <summary>Something goes on by itself.</summary>
/// <param name="Words">Part of the text key.</param>
/// <param name="Action">Where the one button leads.</param>
/// <param name="Verb">Text key of that button.</param>
/// <param name="Why">The sentence for a trouble that lasts; null while it is no trouble.</param>
public sealed record Waiting(string Words, string Action, string Verb, string? Why = null);
