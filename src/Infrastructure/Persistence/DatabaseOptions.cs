using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace WaSaas.Infrastructure.Persistence;

/// <summary>Where state lives. <c>Data:Root</c> (default <c>data</c>), <c>Database:ConnectionString</c> overrides the SQLite file.</summary>
public sealed record DatabaseOptions(string DataRoot, string ConnectionString)
{
    public static DatabaseOptions From(IConfiguration configuration)
    {
        var root = Path.GetFullPath(configuration["Data:Root"] is { Length: > 0 } given ? given : "data");
        var connection = configuration["Database:ConnectionString"];
        return new(root, string.IsNullOrWhiteSpace(connection) ? ForFile(Path.Combine(root, "wasaas.db")) : connection);
    }

    private static string ForFile(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 5, ForeignKeys = true }.ConnectionString;
}
