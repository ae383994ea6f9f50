using Microsoft.Extensions.Configuration;

namespace WaSaas.Infrastructure.Persistence;

public enum DatabaseProvider
{
    Sqlite = 1,
    SqlServer = 2,
}

/// <summary>Where state lives: <c>Data:Root</c> (default <c>data</c>) and section <c>Database</c>.</summary>
/// <param name="DataRoot">Folder of files, keys and the SQLite database.</param>
/// <param name="Provider"><c>Database:Provider</c>, SQLite unless it says otherwise.</param>
/// <param name="ConnectionString"><c>Database:ConnectionString</c>; null = a file under <paramref name="DataRoot"/>, SQLite only.</param>
/// <param name="AdminConnectionString">
/// <c>Database:AdminConnectionString</c>: the login for the few questions over all shops, when rows are walled inside the
/// database; null = the same login.
/// </param>
public sealed record DatabaseOptions(string DataRoot, DatabaseProvider Provider, string? ConnectionString, string? AdminConnectionString)
{
    public static DatabaseOptions From(IConfiguration configuration)
    {
        var root = Path.GetFullPath(Given(configuration, "Data:Root") ?? "data");
        var provider = Enum.TryParse<DatabaseProvider>(Given(configuration, "Database:Provider") ?? nameof(DatabaseProvider.Sqlite), true, out var named) ? named : default;
        return new(root, provider, Given(configuration, "Database:ConnectionString"), Given(configuration, "Database:AdminConnectionString"));
    }

    /// <summary>Sentences for the person who starts the program; none when the settings fit together.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        var options = From(configuration);
        if (!Enum.IsDefined(options.Provider))
        {
            yield return $"Database:Provider is {configuration["Database:Provider"]}. Set Database__Provider to Sqlite or SqlServer.";
        }

        if (options is { Provider: DatabaseProvider.SqlServer, ConnectionString: null })
        {
            yield return "Database:ConnectionString is missing. Set Database__ConnectionString to the SQL Server database, or Database__Provider to Sqlite.";
        }
    }

    private static string? Given(IConfiguration configuration, string key) => configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
