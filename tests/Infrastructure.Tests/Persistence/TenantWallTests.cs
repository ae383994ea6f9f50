using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using WaSaas.Application;
using WaSaas.Application.Common;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.Infrastructure.Tests.Persistence;

/// <summary>What TENANCY.md 1 measured as holes must not be holes here.</summary>
public sealed class TenantWallTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wasaas-tests-").FullName;
    private readonly TenantId _lome = Id.New<TenantId>();
    private readonly TenantId _lyon = Id.New<TenantId>();
    private ServiceProvider _services = null!;
    private Product _foreign = null!;

    public async ValueTask InitializeAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Root", _folder)]).Build();
        _services = new ServiceCollection().AddLogging()
            .AddSingleton(Substitute.For<ILive>())
            .AddSingleton(Substitute.For<IWorkSignals>())
            .AddApplication()
            .AddPersistence(configuration)
            .BuildServiceProvider();
        await _services.MigrateAsync(CancellationToken.None);
        foreach (var tenant in new[] { _lome, _lyon })
        {
            await InAsync(tenant, db =>
            {
                db.Tenants.Add(Tenant.Open(tenant, "shop-" + tenant.Value.ToString("n"), new ShopProfile("Shop", Currency.Xof), DateTimeOffset.UnixEpoch, false).Value!);
                db.Products.Add(New(tenant, "P1"));
                return db.SaveChangesAsync();
            });
        }

        _foreign = await InAsync(_lyon, db => db.Products.AsNoTracking().SingleAsync());
    }

    [Fact]
    public async Task A_query_sees_own_rows_only() =>
        Assert.Equal(_lome, (await InAsync(_lome, db => db.Products.SingleAsync())).TenantId);

    [Fact]
    public async Task Without_a_scope_there_are_no_rows() => Assert.Equal(0, await InAsync(null, db => db.Products.CountAsync()));

    [Fact]
    public async Task Without_a_scope_nothing_is_saved() => await Assert.ThrowsAsync<InvalidOperationException>(() => InAsync(null, db =>
    {
        db.Products.Add(New(_lome, "P2"));
        return db.SaveChangesAsync();
    }));

    [Fact]
    public async Task A_row_of_another_shop_cannot_be_added() => await Assert.ThrowsAsync<TenantViolationException>(() => InAsync(_lome, db =>
    {
        db.Products.Add(New(_lyon, "P2"));
        return db.SaveChangesAsync();
    }));

    [Fact]
    public async Task A_foreign_row_that_is_attached_cannot_be_saved() => await Assert.ThrowsAsync<TenantViolationException>(() => InAsync(_lome, db =>
    {
        db.Products.Attach(_foreign);
        _foreign.Archive(DateTimeOffset.UnixEpoch);
        return db.SaveChangesAsync();
    }));

    [Fact]
    public async Task A_foreign_id_with_a_forged_tenant_changes_no_row()
    {
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => InAsync(_lome, db =>
        {
            var forged = New(_lome, "P9");
            typeof(Product).GetProperty(nameof(Product.Id))!.SetValue(forged, _foreign.Id);
            db.Products.Attach(forged);
            forged.Archive(DateTimeOffset.UnixEpoch);
            return db.SaveChangesAsync();
        }));

        Assert.Null((await InAsync(_lyon, db => db.Products.SingleAsync())).ArchivedAt);
    }

    [Fact]
    public async Task Bulk_updates_and_deletes_touch_own_rows_only()
    {
        await InAsync(_lome, db => db.Products.ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, "taken")));
        await InAsync(_lome, db => db.Products.ExecuteDeleteAsync());

        Assert.Equal("Bazin", (await InAsync(_lyon, db => db.Products.SingleAsync())).Name);
    }

    [Fact]
    public void A_scope_cannot_be_moved_to_another_shop()
    {
        var scope = new TenantScope();
        scope.Set(_lome);
        scope.Set(_lome);

        Assert.Throws<InvalidOperationException>(() => scope.Set(_lyon));
    }

    [Fact]
    public async Task Two_shops_interleaved_a_thousand_times_never_see_each_other()
    {
        var seen = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(async i =>
        {
            var tenant = i % 2 == 0 ? _lome : _lyon;
            return (Expected: tenant, Actual: (await InAsync(tenant, db => db.Products.SingleAsync())).TenantId);
        }));

        Assert.All(seen, pair => Assert.Equal(pair.Expected, pair.Actual));
    }

    [Fact]
    public async Task The_model_has_no_change_that_no_migration_knows() =>
        Assert.False(await InAsync(_lome, db => Task.FromResult(db.Database.HasPendingModelChanges())));

    [Fact]
    public async Task Sqlite_runs_with_the_promised_settings()
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, "wasaas.db")}");
        await connection.OpenAsync();
        var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";

        Assert.Equal("wal", await command.ExecuteScalarAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static Product New(TenantId tenant, string sku) => Product.Add(tenant, sku, new ProductDetails("Bazin", 15_000)).Value!;

    private async Task<T> InAsync<T>(TenantId? tenant, Func<AppDbContext, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        if (tenant is { } id)
        {
            scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(id);
        }

        return await work(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }
}
