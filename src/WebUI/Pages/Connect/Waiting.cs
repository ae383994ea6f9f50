namespace WaSaas.WebUI.Pages.Connect;

/// <summary>Something goes on by itself.</summary>
/// <param name="Words">Part of the text key.</param>
/// <param name="Action">Where the one button leads.</param>
/// <param name="Verb">Text key of that button.</param>
public sealed record Waiting(string Words, string Action, string Verb);
