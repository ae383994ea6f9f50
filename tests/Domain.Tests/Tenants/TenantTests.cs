using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Domain.Tests.Tenants;

public sealed class TenantTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "Africa/Lome", "shop_name_length")]
    [InlineData("Adjoa", "Lomé", "unknown_time_zone")]
    public void A_shop_with_a_wrong_profile_is_not_opened(string name, string zone, string code) =>
        Assert.Equal(code, Open(new ShopProfile(name, Currency.Xof, TimeZone: zone)).Error!.Code);

    [Fact]
    public void A_shop_keeps_its_currency()
    {
        var shop = Open(new ShopProfile("Adjoa", Currency.Xof)).Value!;

        Assert.Equal(TenantErrors.CurrencyIsFixed, shop.ChangeProfile(new ShopProfile("Adjoa", Currency.Eur)).Error);
    }

    [Fact]
    public void The_switch_is_announced_once()
    {
        var shop = Open(new ShopProfile("Adjoa", Currency.Xof)).Value!;

        shop.ResumeAssistant();
        shop.ResumeAssistant();

        Assert.Equal(new AssistantSwitched(shop.Id, true), Assert.Single(shop.Events.OfType<AssistantSwitched>()));
    }

    [Fact]
    public void A_key_is_kept_as_its_hash_only()
    {
        var (key, secret) = ApiKey.Create(Id.New<TenantId>(), "till", Noon);

        Assert.StartsWith(ApiKey.Prefix, secret, StringComparison.Ordinal);
        Assert.Equal(ApiKey.HashOf(secret), key.Hash);
        Assert.DoesNotContain(secret[4..], key.Hash + key.Name, StringComparison.Ordinal);
    }

    private static Result<Tenant> Open(ShopProfile profile) => Tenant.Open(Id.New<TenantId>(), "adjoa", profile, Noon, assistantPaused: true);
}
