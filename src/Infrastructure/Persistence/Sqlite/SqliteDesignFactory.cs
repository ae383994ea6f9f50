using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Common;

namespace WaSaas.Infrastructure.Persistence.Sqlite;

/// <summary>For <c>dotnet ef</c> only.</summary>
internal sealed class SqliteDesignFactory : IDesignTimeDbContextFactory<SqliteAppDbContext>
{
    public SqliteAppDbContext CreateDbContext(string[] args)
    {
        // The passkey table appears only when the schema version reaches the context this way.
        var services = new ServiceCollection().Configure<IdentityOptions>(PersistenceServices.StoreSchema).BuildServiceProvider();
        var options = new DbContextOptionsBuilder<SqliteAppDbContext>()
            .UseSqlite("Data Source=design.db")
            .UseApplicationServiceProvider(services);
        return new SqliteAppDbContext(options.Options, new TenantScope());
    }
}
