using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.Persistence.Sqlite;

namespace WaSaas.Architecture.Tests;

public sealed class TenancyTests
{
    /// <summary>Tables that belong to the installation and not to a shop; each new one is a decision.</summary>
    private static readonly string[] Global =
    [
        "AppUser", "IdentityUserClaim`1", "IdentityUserLogin`1", "IdentityUserToken`1", "IdentityUserPasskey`1", "IdentityPasskeyData", "Tenant",
        "WrappedKey", "InstallationState", "JobRun", "ScheduleState", "BillingEvent",
    ];

    private static readonly IModel Model = new SqliteAppDbContext(
        new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite("Data Source=:memory:").Options, new TenantScope()).Model;

    public static TheoryData<string> Owned { get; } = [.. Model.GetEntityTypes().Where(IsOwned).Select(e => e.Name)];

    [Fact]
    public void Every_table_belongs_to_a_shop_or_to_the_written_list() => Assert.All(
        Model.GetEntityTypes().Where(e => !IsOwned(e) && !e.IsOwned()), e => Assert.Contains(e.ClrType.Name, Global));

    [Theory]
    [MemberData(nameof(Owned))]
    public void Every_shops_table_has_the_filter(string name) =>
        Assert.Contains(Model.FindEntityType(name)!.GetDeclaredQueryFilters(), f => f.Key == AppDbContext.TenantFilter);

    [Theory]
    [MemberData(nameof(Owned))]
    public void Every_shops_table_has_the_tenant_first_in_its_key(string name) =>
        Assert.Equal(nameof(ITenantOwned.TenantId), Model.FindEntityType(name)!.FindPrimaryKey()!.Properties[0].Name);

    [Theory]
    [MemberData(nameof(Owned))]
    public void A_child_cannot_point_to_another_shops_parent(string name) => Assert.All(
        Model.FindEntityType(name)!.GetForeignKeys(), key => Assert.Equal(nameof(ITenantOwned.TenantId), key.Properties[0].Name));

    [Theory]
    [MemberData(nameof(Owned))]
    public void Uniques_are_per_shop(string name)
    {
        // A key's hash and the billing provider's customer are looked up before the shop is known; both are random and tell nothing.
        var indexes = Model.FindEntityType(name)!.GetIndexes().Where(i => i.IsUnique && i.Properties[0].Name is not ("Hash" or "CustomerId"));

        Assert.All(indexes, index => Assert.Equal(nameof(ITenantOwned.TenantId), index.Properties[0].Name));
    }

    [Fact]
    public void The_shop_itself_is_behind_the_wall() =>
        Assert.Contains(Model.FindEntityType(typeof(Domain.Tenants.Tenant))!.GetDeclaredQueryFilters(), f => f.Key == AppDbContext.TenantFilter);

    private static bool IsOwned(IReadOnlyEntityType entity) => entity.ClrType.IsAssignableTo(typeof(ITenantOwned));
}
