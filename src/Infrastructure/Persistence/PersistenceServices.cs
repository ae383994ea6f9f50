using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Infrastructure.Files;
using WaSaas.Infrastructure.Persistence.Admin;
using WaSaas.Infrastructure.Persistence.Sqlite;

namespace WaSaas.Infrastructure.Persistence;

public static class PersistenceServices
{
    /// <summary>Contexts, the wall and the unit of work. Contexts are not pooled: a pooled one would carry a tenant over.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        var options = DatabaseOptions.From(configuration);
        services.AddSingleton(options);
        services.Configure<IdentityOptions>(StoreSchema);
        services.AddSingleton<WriteGate>();
        services.AddScoped<TenantGuard>();
        services.AddDbContext<SqliteAppDbContext>((sp, db) => db
            .UseSqlite(options.ConnectionString)
            .AddInterceptors(new SqlitePragmas(), sp.GetRequiredService<TenantGuard>()));
        services.AddScoped<AppDbContext>(sp => sp.GetRequiredService<SqliteAppDbContext>());
        services.AddScoped<IAppDbContext>(sp => sp.GetRequiredService<AppDbContext>());
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddDbContextFactory<AdminDbContext>(db => db.UseSqlite(options.ConnectionString).AddInterceptors(new SqlitePragmas()));
        services.AddSingleton<IAcrossTenants, AcrossTenants>();
        services.AddSingleton<IBillingAcrossTenants, BillingAcrossTenants>();
        services.AddScoped<IFileStore, ShopFileStore>();
        return services;
    }

    /// <summary>Passkeys need the third schema of Identity.</summary>
    internal static void StoreSchema(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    /// <summary>Creates the folder and brings the database up to date; runs at start and by the command <c>migrate</c>.</summary>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken ct)
    {
        Directory.CreateDirectory(services.GetRequiredService<DatabaseOptions>().DataRoot);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.MigrateAsync(ct);
    }
}
