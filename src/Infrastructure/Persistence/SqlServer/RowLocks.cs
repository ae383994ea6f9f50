using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using WaSaas.Application.Common;

namespace WaSaas.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Adds locking hints to the queries that take work, so that two hosts wait for each other, or pass each other by, instead of
/// finding out at the commit. Nothing depends on it: a claim is a conditional update.
/// </summary>
internal sealed partial class RowLocks : DbCommandInterceptor
{
    public static readonly RowLocks Instance = new();

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        // The text is the program's own; only hints without any value are added to it.
#pragma warning disable CA2100
        result.CommandText = Hint(result.CommandText);
#pragma warning restore CA2100
        return result;
    }

    internal static string Hint(string sql)
    {
        var hint = Hints.FirstOrDefault(h => sql.StartsWith($"-- {h.Tag}", StringComparison.Ordinal)).Text;
        return hint is null ? sql : FirstTable().Replace(sql, $"$0 WITH ({hint})", 1);
    }

    private static readonly (string Tag, string Text)[] Hints =
    [
        (WorkQueries.TakeOrSkip, "UPDLOCK, READPAST, ROWLOCK"),
        (WorkQueries.TakeInOrder, "UPDLOCK, ROWLOCK"),
        (WorkQueries.LookAround, "READPAST"),
    ];

    [GeneratedRegex(@"\bFROM \[\w+\] AS \[\w+\]")]
    private static partial Regex FirstTable();
}
