using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Common;
using WaSaas.Application.Jobs;
using WaSaas.Application.Retention;
using WaSaas.Application.Subscriptions;
using WaSaas.Infrastructure.Files;
using WaSaas.Infrastructure.Persistence.Admin;
using WaSaas.Infrastructure.Persistence.Sqlite;
using WaSaas.Infrastructure.Persistence.SqlServer;

namespace WaSaas.Infrastructure.Persistence;

public static class PersistenceServices
{
    /// <summary>Contexts, the wall and the unit of work. Contexts are not pooled: a pooled one would carry a tenant over.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, IConfiguration configuration)
    {
        var options = DatabaseOptions.From(configuration);
        var database = For(options);
        services.AddSingleton(options);
        services.AddSingleton(database);
        services.Configure<IdentityOptions>(StoreSchema);
        services.AddSingleton<WriteGate>();
        services.AddScoped<TenantGuard>();
        database.AddContext(services);
        services.AddScoped<IAppDbContext>(sp => sp.GetRequiredService<AppDbContext>());
        services.AddScoped<IJobsDbContext>(sp => sp.GetRequiredService<AppDbContext>());
        services.AddScoped<WriteTransaction>();
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddDbContextFactory<AdminDbContext>(database.Configure);
        services.AddSingleton<IAcrossTenants, AcrossTenants>();
        services.AddSingleton<IBillingAcrossTenants, BillingAcrossTenants>();
        services.AddScoped<IFileStore, ShopFileStore>();
        services.AddSingleton<IPictures>(_ => new SharpPictures(configuration));
        services.AddScoped<IExpiredRows, ExpiredRows>();
        services.AddScoped<IRowSecurity, RowSecurityScript>();
        return services;
    }

    /// <summary>What a model needs when no application is there.</summary>
    internal static IServiceProvider DesignServices() =>
        new ServiceCollection().Configure<IdentityOptions>(StoreSchema).BuildServiceProvider();

    internal static IDatabase For(DatabaseOptions options) =>
        options.Provider == DatabaseProvider.SqlServer ? new SqlServerDatabase(options) : new SqliteDatabase(options);

    /// <summary>
    /// Passkeys need the third schema of Identity, and it reaches the context only this way. Its keys are texts, which a
    /// server's index takes up to a length only.
    /// </summary>
    private static void StoreSchema(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.Stores.MaxLengthForKeys = 128;
    }
}
