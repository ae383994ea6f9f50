namespace WaSaas.Application.WhatsApp;

/// <summary>What a vendor must have read and ticked before a real number is linked. A new wording is a new version.</summary>
public static class LinkingWarning
{
    public const string Version = "2026-11";

    /// <summary>Text keys of the sentences, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<string> TextKeys =
        ["LinkingWarning.Unofficial", "LinkingWarning.MayBeBanned", "LinkingWarning.OwnNumber", "LinkingWarning.AnswerOnly"];
}
