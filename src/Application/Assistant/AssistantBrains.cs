namespace WaSaas.Application.Assistant;

/// <summary>Names of brains that are no model.</summary>
internal static class AssistantBrains
{
    /// <summary>Code that answered before any brain was asked.</summary>
    public const string Rules = "rules";

    /// <summary>The one that needs nobody else.</summary>
    public const string Embedded = "embedded";

    public static bool IsModel(string brain) => brain is not (Rules or Embedded);
}
