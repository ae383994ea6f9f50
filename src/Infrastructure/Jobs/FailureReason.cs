using System.Text.RegularExpressions;

namespace WaSaas.Infrastructure.Jobs;

/// <summary>An exception in a line for operators, who see no customers: what could be a number or an address is left out.</summary>
internal static partial class FailureReason
{
    public static string Of(Exception e)
    {
        var root = e.GetBaseException();
        return $"{root.GetType().Name}: {Private().Replace(root.Message, "…").ReplaceLineEndings(" ")}";
    }

    [GeneratedRegex(@"\+?\d[\d .\-]{5,}\d|\S+@\S+")]
    private static partial Regex Private();
}
