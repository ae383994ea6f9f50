using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WaSaas.Application.Common;
using WaSaas.Application.Tenants;
using WaSaas.Application.Tenants.ShopFiles;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tests.Accounts;

public sealed class ApiKeyTests
{
    [Fact]
    public async Task A_key_is_kept_as_a_hash_and_opens_its_shop_until_it_is_revoked()
    {
        await using var town = await Town.StartAsync();
        var shop = await BusinessAsync(town);

        var key = (await town.SendAsync(new CreateApiKey("till"), shop)).Value!;

        var stored = await town.ReadAsync(shop, db => db.ApiKeys.SingleAsync());
        Assert.DoesNotContain(key.Secret[ApiKey.Prefix.Length..], stored.Hash, StringComparison.Ordinal);
        Assert.Equal(key.Secret[^4..], Assert.Single(await town.SendAsync(new ListApiKeys(), shop)).Ending);
        Assert.Equal(shop, await TenantOfAsync(town, key.Secret));

        Assert.True((await town.SendAsync(new RevokeApiKey(key.Id), shop)).IsOk);
        Assert.True((await town.SendAsync(new RevokeApiKey(key.Id), shop)).IsOk);

        Assert.Null(await TenantOfAsync(town, key.Secret));
        Assert.Empty(await town.SendAsync(new ListApiKeys(), shop));
    }

    [Fact]
    public async Task A_plan_without_the_api_gives_no_keys()
    {
        await using var town = await Town.StartAsync();
        var trial = (await town.Browse().SendAsync(Town.NewShop())).Value;

        Assert.Equal(TenantErrors.ApiNotInPlan, (await town.SendAsync(new CreateApiKey("till"), trial)).Error);
    }

    [Fact]
    public async Task A_key_of_another_shop_cannot_be_revoked()
    {
        await using var town = await Town.StartAsync();
        var (shop, other) = (await BusinessAsync(town), await BusinessAsync(town, "Chez Awa"));
        var key = (await town.SendAsync(new CreateApiKey("till"), shop)).Value!;

        Assert.Equal(Error.NotFound, (await town.SendAsync(new RevokeApiKey(key.Id), other)).Error);
        Assert.Equal(shop, await TenantOfAsync(town, key.Secret));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task A_key_has_a_name(string name)
    {
        await using var town = await Town.StartAsync();

        Assert.Equal(ApiKeyNames.Length, (await town.SendAsync(new CreateApiKey(name), await BusinessAsync(town))).Error);
    }

    private static async Task<TenantId> BusinessAsync(Town town, string name = "Tissus Afi") =>
        (await town.SendAsync(new ImportShop($$"""{ "name": "{{name}}", "currency": "XOF", "products": [] }""", null))).Value!.Id;

    private static Task<TenantId?> TenantOfAsync(Town town, string secret) =>
        town.Services.GetRequiredService<IAcrossTenants>().TenantOfApiKeyAsync(ApiKey.HashOf(secret), CancellationToken.None);
}
