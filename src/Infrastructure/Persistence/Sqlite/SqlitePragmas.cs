using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace WaSaas.Infrastructure.Persistence.Sqlite;

/// <summary>Settings that SQLite keeps per connection. FULL: a commit that was acknowledged survives a power cut.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Lasting =
        "PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA journal_size_limit=67108864; PRAGMA synchronous=FULL;";

    /// <summary>The one that <see cref="RelaxAsync"/> changes; the others stay as they are in a connection of the pool.</summary>
    private const string EachTime = "PRAGMA synchronous=FULL;";

    private static readonly ConditionalWeakTable<sqlite3, object> Prepared = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = CommandFor(connection);
        command.ExecuteNonQuery();
        Remember(connection);
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = CommandFor(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        Remember(connection);
    }

    /// <summary>
    /// A commit goes into the log without waiting for the disk. The log is read in order up to where it ends, so a later
    /// commit with FULL makes all before it last too.
    /// </summary>
    public static async Task RelaxAsync(DbContext db, CancellationToken ct)
    {
#pragma warning disable RS0030 // A setting of the connection; no rows are touched.
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning restore RS0030
        command.CommandText = "PRAGMA synchronous=NORMAL;";
        await command.ExecuteNonQueryAsync(ct);
    }

    private static DbCommand CommandFor(DbConnection connection)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of two constants.
        command.CommandText = HandleOf(connection) is { } handle && Prepared.TryGetValue(handle, out _) ? EachTime : Lasting;
#pragma warning restore CA2100
        return command;
    }

    private static void Remember(DbConnection connection)
    {
        if (HandleOf(connection) is { } handle)
        {
            Prepared.TryAdd(handle, handle);
        }
    }

    private static sqlite3? HandleOf(DbConnection connection) => (connection as SqliteConnection)?.Handle;
}
