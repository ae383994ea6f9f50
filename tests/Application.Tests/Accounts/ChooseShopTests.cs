using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Tenants.ShopFiles;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tests.Accounts;

public sealed class ChooseShopTests
{
    private const string Second = """{ "name": "Chez Afi Lyon", "currency": "EUR", "products": [] }""";

    [Fact]
    public async Task A_person_of_two_shops_turns_from_one_to_the_other()
    {
        await using var town = await Town.StartAsync();
        var browser = town.Browse();
        await browser.SendAsync(Town.NewShop());
        var second = (await town.SendAsync(new ImportShop(Second, "afi@example.com"))).Value!;

        Assert.Null(second.SetPassword);
        Assert.Equal(["Chez Afi Lyon", "Tissus Afi"], (await browser.SendAsync(new GetMe()))!.Shops.Select(s => s.ShopName));
        Assert.True((await browser.SendAsync(new ChooseShop(second.Id))).IsOk);

        Assert.Equal(second.Id.Value.ToString(), (await browser.WhoAsync()).FindFirst(PersonClaims.Shop)?.Value);
    }

    [Fact]
    public async Task A_shop_of_others_looks_like_none()
    {
        await using var town = await Town.StartAsync();
        var browser = town.Browse();
        var own = (await browser.SendAsync(Town.NewShop())).Value;
        var foreign = (await town.Browse().SendAsync(Town.NewShop("awa@example.com", "Chez Awa"))).Value;

        Assert.Equal(Error.NotFound, (await browser.SendAsync(new ChooseShop(foreign))).Error);
        Assert.Equal(Error.NotFound, (await browser.SendAsync(new ChooseShop(Id.New<TenantId>()))).Error);
        Assert.Equal(own.Value.ToString(), (await browser.WhoAsync()).FindFirst(PersonClaims.Shop)?.Value);
    }
}
