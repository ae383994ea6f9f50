using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.Persistence.SqlServer;

namespace WaSaas.Infrastructure.Tests.Persistence;

/// <summary>What can be known of SQL Server without one: its model, its script, its statements, and how its absence is told.</summary>
public sealed class SqlServerTests
{
    /// <summary>Bytes that a clustered and another index take.</summary>
    private const int ClusteredBytes = 900;
    private const int IndexBytes = 1_700;

    private static readonly SqlServerAppDbContext Db = new SqlServerDesignFactory().CreateDbContext([]);
    private static readonly IModel Model = Db.GetService<IDesignTimeModel>().Model;

    [Fact]
    public void The_model_has_no_change_that_no_migration_knows() => Assert.False(Db.Database.HasPendingModelChanges());

    [Fact]
    public void The_script_may_be_run_twice()
    {
        var script = Db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        var tables = Model.GetEntityTypes().Where(e => !e.IsOwned()).Select(e => e.GetTableName()!).Distinct().ToList();

        Assert.True(tables.Count > 20);
        Assert.All(tables, table => Assert.Contains($"CREATE TABLE [{table}]", script, StringComparison.Ordinal));
        Assert.True(script.Split("SELECT * FROM [__EFMigrationsHistory]").Length > tables.Count, "each statement asks first whether it was done");
    }

    [Fact]
    public void Every_value_is_made_by_the_program_and_no_table_has_a_trigger()
    {
        Assert.All(Model.GetEntityTypes().SelectMany(e => e.GetProperties()), p =>
        {
            var isMadeHere = SqlServerPropertyExtensions.GetValueGenerationStrategy(p) == SqlServerValueGenerationStrategy.None && p.GetDefaultValueSql() is null && p.GetComputedColumnSql() is null;
            Assert.True(isMadeHere, $"{p.DeclaringType.Name}.{p.Name}");
        });
        Assert.All(Model.GetEntityTypes(), e => Assert.Empty(e.GetDeclaredTriggers()));
    }

    [Fact]
    public void Every_key_and_index_fits_what_the_server_takes() => Assert.All(Model.GetEntityTypes().Where(e => !e.IsOwned()), entity =>
    {
        foreach (var key in entity.GetKeys())
        {
            Assert.True(BytesOf(key.Properties) <= (key.IsClustered() == false ? IndexBytes : ClusteredBytes), $"key of {entity.Name}");
        }

        foreach (var index in entity.GetIndexes())
        {
            Assert.True(BytesOf(index.Properties) <= IndexBytes, $"index of {entity.Name}: {string.Join(',', index.Properties.Select(p => p.Name))}");
        }
    });

    [Fact]
    public void Deleting_a_row_reaches_no_other_table_by_two_ways() => Assert.All(Model.GetEntityTypes().Where(e => !e.IsOwned()), root =>
    {
        var reached = new List<string>();
        Follow(root, reached);
        Assert.Equal(reached.Distinct(), reached);
    });

    [Fact]
    public void Texts_are_compared_byte_by_byte_as_in_the_other_database() => Assert.All(
        Model.GetEntityTypes().Where(e => !e.IsOwned()).SelectMany(e => e.GetKeys().SelectMany(k => k.Properties).Concat(e.GetIndexes().SelectMany(i => i.Properties)))
            .Where(p => (p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType) == typeof(string)),
        p => Assert.EndsWith("_BIN2", p.GetCollation(), StringComparison.Ordinal));

    [Theory]
    [InlineData(WorkQueries.TakeOrSkip, "WITH (UPDLOCK, READPAST, ROWLOCK)")]
    [InlineData(WorkQueries.TakeInOrder, "WITH (UPDLOCK, ROWLOCK)")]
    [InlineData(WorkQueries.LookAround, "WITH (READPAST)")]
    public void Queries_that_take_work_lock_their_first_table(string tag, string hint)
    {
        var sql = RowLocks.Hint(SqlOf(tag));

        Assert.Contains($"FROM [Conversations] AS [c] {hint}", sql, StringComparison.Ordinal);
        Assert.Equal(2, sql.Split(" WITH (").Length);
    }

    [Fact]
    public void Other_queries_stay_as_they_are()
    {
        const string Sql = "SELECT 1 FROM [Conversations] AS [c]";

        Assert.Equal(Sql, RowLocks.Hint(Sql));
    }

    [Fact]
    public void The_server_is_told_the_shop_once_for_each_opening_and_by_a_parameter()
    {
        var (scope, tenant) = (new TenantScope(), Id.New<TenantId>());
        var session = new SessionTenant(scope);
        using var before = Told(session);
        scope.Set(tenant);
        using var first = Told(session);
        using var second = Told(session);
        session.ConnectionOpened(null!, null!);
        using var afterReopening = Told(session);

        Assert.Empty(before.Parameters);
        Assert.Equal("EXEC sp_set_session_context N'TenantId', @__session_tenant, 1;\nSELECT 1", first.CommandText);
        Assert.Equal(tenant.Value, first.Parameters[0].Value);
        Assert.Equal("SELECT 1", second.CommandText);
        Assert.Equal(first.CommandText, afterReopening.CommandText);
    }

    [Fact]
    public void The_second_wall_stands_around_every_table_of_a_shop()
    {
        var script = RowSecurity.ScriptFor(Model);
        var owned = Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(ITenantOwned))).Select(e => e.GetTableName()).Distinct().ToList();

        Assert.All(owned, table =>
        {
            Assert.Contains($"ADD FILTER PREDICATE rls.OwnRow([TenantId]) ON dbo.[{table}]", script, StringComparison.Ordinal);
            Assert.Contains($"ADD BLOCK PREDICATE rls.OwnRow([TenantId]) ON dbo.[{table}] BEFORE DELETE", script, StringComparison.Ordinal);
        });
        Assert.Contains("rls.OwnRow([Id]) ON dbo.[Tenants]", script, StringComparison.Ordinal);
        Assert.DoesNotContain("[JobRuns]", script, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Server=tcp:127.0.0.1,9;Connect Timeout=1;Encrypt=false;User Id=x;Password=y", "cannot be reached")]
    [InlineData("nonsense", "no connection string")]
    public async Task A_server_that_is_not_there_is_told_in_a_sentence(string connection, string words)
    {
        var database = new SqlServerDatabase(new DatabaseOptions("", DatabaseProvider.SqlServer, connection, null));

        var told = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => database.ReachAsync(false, CancellationToken.None));

        Assert.Contains(words, told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SqlServer", null, "Database:ConnectionString is missing")]
    [InlineData("Oracle", null, "Database:Provider is Oracle")]
    public void Settings_that_make_no_database_are_told(string provider, string? connection, string words)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Database:Provider", provider), new("Database:ConnectionString", connection)]).Build();

        Assert.Contains(words, Assert.Single(DatabaseOptions.Problems(configuration)), StringComparison.Ordinal);
    }

    private static string SqlOf(string tag)
    {
        // What ToQueryString puts before the statement are its parameters; a command begins with its tag.
        var sql = Db.Conversations.TagWith(tag).Where(c => c.TurnDueAt != null).ToQueryString();
        return sql[sql.IndexOf($"-- {tag}", StringComparison.Ordinal)..];
    }

    private static SqlCommand Told(SessionTenant session)
    {
        var command = new SqlCommand("SELECT 1");
        session.Tell(command);
        return command;
    }

    private static int BytesOf(IEnumerable<IProperty> properties) => properties.Sum(p => p.GetRelationalTypeMapping() switch
    {
        { StoreType: "nvarchar(max)" or "varbinary(max)" } => int.MaxValue / 100,
        { ClrType: var type } when type == typeof(Guid) => 16,
        { Size: { } size, IsUnicode: true } => size * 2,
        { Size: { } size } => size,
        _ => 8,
    });

    private static void Follow(IEntityType entity, List<string> reached)
    {
        foreach (var key in entity.GetReferencingForeignKeys().Where(k => k.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull && !k.DeclaringEntityType.IsOwned()))
        {
            reached.Add(key.DeclaringEntityType.GetTableName()!);
            Follow(key.DeclaringEntityType, reached);
        }
    }
}
