using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using WaSaas.Application.Common;

namespace WaSaas.Infrastructure.Persistence.Sqlite;

/// <summary>For <c>dotnet ef</c> only.</summary>
internal sealed class SqliteDesignFactory : IDesignTimeDbContextFactory<SqliteAppDbContext>
{
    public SqliteAppDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteAppDbContext>()
            .UseSqlite("Data Source=design.db")
            .UseApplicationServiceProvider(PersistenceServices.DesignServices());
        return new SqliteAppDbContext(options.Options, new TenantScope());
    }
}
