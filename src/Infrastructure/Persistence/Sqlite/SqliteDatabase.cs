using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace WaSaas.Infrastructure.Persistence.Sqlite;

/// <summary>One file, one host.</summary>
internal sealed class SqliteDatabase(DatabaseOptions options) : IDatabase
{
    private const int Constraint = 19;
    private const int PrimaryKey = 1_555;
    private const int Unique = 2_067;

    private readonly string _connection = options.ConnectionString
        ?? new SqliteConnectionStringBuilder { DataSource = Path.Combine(options.DataRoot, "wasaas.db"), DefaultTimeout = 5, ForeignKeys = true }.ConnectionString;

    public bool MigratesItself => true;

    public bool HasOneHost => true;

    public void AddContext(IServiceCollection services)
    {
        services.AddDbContext<SqliteAppDbContext>((sp, db) =>
        {
            Configure(db);
            db.AddInterceptors(sp.GetRequiredService<TenantGuard>());
        });
        services.AddScoped<AppDbContext>(sp => sp.GetRequiredService<SqliteAppDbContext>());
    }

    public void Configure(DbContextOptionsBuilder context) => context.UseSqlite(_connection).AddInterceptors(new SqlitePragmas());

    public bool IsTaken(DbException e) => e is SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: PrimaryKey or Unique };

    public Task RelaxAsync(DbContext db, CancellationToken ct) => SqlitePragmas.RelaxAsync(db, ct);

    /// <summary>In memory: the table of jobs restores them at start, and a file has one host anyway.</summary>
    public void KeepSchedules(IQuartzBuilder quartz) => quartz.UseInMemoryStore();

    public Task ProvisionAsync(CancellationToken ct) => Task.CompletedTask;

    public async Task ReachAsync(bool isToBeMade, CancellationToken ct)
    {
        try
        {
            Directory.CreateDirectory(options.DataRoot);
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(_connection) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            // Writes, so that a folder that may only be read is found out here; a file in this mode may be opened for reading by EF.
            command.CommandText = "PRAGMA journal_mode=WAL";
            await command.ExecuteScalarAsync(ct);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new DatabaseUnavailableException($"The SQLite database cannot be opened ({e.Message}). Look at Data:Root and Database:ConnectionString, and at who may write there.", e);
        }
    }

    /// <summary>Files have no logins.</summary>
    public string? RowSecurityScript(WaSaasDbContext model) => null;
}
