using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using WaSaas.Application.Common;

namespace WaSaas.Infrastructure.Persistence.SqlServer;

/// <summary>For <c>dotnet ef</c>, and for whoever needs the model without a server.</summary>
internal sealed class SqlServerDesignFactory : IDesignTimeDbContextFactory<SqlServerAppDbContext>
{
    private const string Nowhere = "Server=(none);Database=design";

    public SqlServerAppDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerAppDbContext>();
        SqlServerDatabase.Connect(options, Nowhere);
        options.UseApplicationServiceProvider(PersistenceServices.DesignServices());
        return new SqlServerAppDbContext(options.Options, new TenantScope());
    }
}
