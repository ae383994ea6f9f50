using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using WaSaas.Application.Common;

namespace WaSaas.Infrastructure.Persistence.SqlServer;

/// <summary>The walled context over SQL Server; owns its migrations.</summary>
public sealed class SqlServerAppDbContext(DbContextOptions<SqlServerAppDbContext> options, ITenantScope scope) : AppDbContext(options, scope)
{
    /// <summary>Ids of WhatsApp differ by case, and a database may have been made with any collation.</summary>
    private const string ByBytes = "Latin1_General_100_BIN2";

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(PropertiesOf).Where(IsText))
        {
            property.SetCollation(ByBytes);
        }

        // A credential id of a passkey may be longer than a clustered key may be.
        builder.Entity<IdentityUserPasskey<Guid>>().HasKey(p => p.CredentialId).IsClustered(false);
    }

    private static IEnumerable<IMutableProperty> PropertiesOf(IMutableTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(c => PropertiesOf(c.ComplexType)));

    private static bool IsText(IMutableProperty property) =>
        (property.GetValueConverter()?.ProviderClrType ?? property.ClrType) == typeof(string);
}
