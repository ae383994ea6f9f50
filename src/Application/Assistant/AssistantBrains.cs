namespace WaSaas.Application.Assistant;

/// <summary>Names of brains that are no model.</summary>
internal static class AssistantBrains
{
    /// <summary>Code that answered before any brain was asked.</summary>
    public const string Rules = "rules";
}
