using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace WaSaas.Infrastructure.Persistence.SqlServer;

/// <summary>A database server. Tables are changed by the command <c>migrate</c> only.</summary>
internal sealed class SqlServerDatabase(DatabaseOptions options) : IDatabase
{
    private const int DuplicateInUniqueIndex = 2601;
    private const int DuplicateKey = 2627;
    private const int NoSuchDatabase = 4060;
    private const int LoginFailed = 18456;
    private const int Retries = 4;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);

    private string Connection => options.ConnectionString!;

    public bool MigratesItself => false;

    public bool HasOneHost => false;

    public void AddContext(IServiceCollection services)
    {
        services.AddDbContext<SqlServerAppDbContext>((sp, db) =>
        {
            Connect(db, Connection);
            db.AddInterceptors(sp.GetRequiredService<TenantGuard>(), new SessionTenant(sp.GetRequiredService<Application.Common.ITenantScope>()));
        });
        services.AddScoped<AppDbContext>(sp => sp.GetRequiredService<SqlServerAppDbContext>());
    }

    public void Configure(DbContextOptionsBuilder context) => Connect(context, options.AdminConnectionString ?? Connection);

    public bool IsTaken(DbException e) => e is SqlException { Number: DuplicateInUniqueIndex or DuplicateKey };

    /// <summary>Delayed durability would have to be allowed by whoever administers the database.</summary>
    public Task RelaxAsync(DbContext db, CancellationToken ct) => Task.CompletedTask;

    public void KeepSchedules(IQuartzBuilder quartz) => quartz.UsePersistentStore(store =>
    {
        store.UseSqlServer(Connection);
        store.UseClustering();
    });

    public Task ProvisionAsync(CancellationToken ct) => SchedulerTables.CreateAsync(store => store.UseSqlServer(Connection), ct);

    public async Task ReachAsync(bool isToBeMade, CancellationToken ct)
    {
        try
        {
            await using var connection = new SqlConnection(Connection);
            await connection.OpenAsync(SqlConnectionOverrides.OpenWithoutRetry, ct);
        }
        catch (SqlException e)
        {
            if (!isToBeMade || e.Number != NoSuchDatabase)
            {
                throw new DatabaseUnavailableException(SentenceFor(e), e);
            }
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new DatabaseUnavailableException("Database:ConnectionString is no connection string of SQL Server.", e);
        }
    }

    public string RowSecurityScript(WaSaasDbContext model) => RowSecurity.ScriptFor(model.Model);

    internal static void Connect(DbContextOptionsBuilder context, string connection) => context
        .UseSqlServer(connection, server => server.EnableRetryOnFailure(Retries, LongestWait, null))
        .AddInterceptors(RowLocks.Instance);

    private static string SentenceFor(SqlException e) => e.Number switch
    {
        NoSuchDatabase => "The server is there, but not the database of Database:ConnectionString, or this login may not open it. Run the command migrate with a login that may create it.",
        LoginFailed => "The server refuses the login of Database:ConnectionString.",
        _ => $"The server of Database:ConnectionString cannot be reached (error {e.Number}). Look at its address, its port and its certificate.",
    };
}
