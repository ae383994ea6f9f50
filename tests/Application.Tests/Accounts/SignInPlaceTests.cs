using WaSaas.Application.Accounts;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Tests.Accounts;

/// <summary>The list of sign-ins.</summary>
public sealed class SignInPlaceTests
{
    private static readonly SignIn Right = new("afi@example.com", Town.Password);

    [Fact]
    public async Task A_person_sees_where_she_is_signed_in_and_ends_one_of_them()
    {
        await using var town = await Town.StartAsync();
        var (here, phone, other) = (town.Browse(), town.Browse(), town.Browse());
        await here.SendAsync(Town.NewShop());
        await phone.SendAsync(Right);
        town.Clock.Advance(TimeSpan.FromMinutes(6));
        await other.SendAsync(Right);
        await phone.WhoAsync();
        var places = (await here.SendAsync(new GetSecurity()))!.Places;

        Assert.Equal(3, places.Count);
        Assert.True(places[0].IsPresent);
        Assert.All(places, p => Assert.Equal(town.Clock.GetUtcNow(), p.SeenAt));
        var lost = places.Single(p => !p.IsPresent && p.StartedAt == Town.Noon);
        Assert.True((await here.SendAsync(new EndSignIn(lost.Id))).IsOk);

        Assert.False(await phone.IsSignedInAsync());
        Assert.True(await other.IsSignedInAsync());
        Assert.Equal(Error.NotFound, (await here.SendAsync(new EndSignIn(lost.Id))).Error);
    }

    [Fact]
    public async Task All_others_end_at_once()
    {
        await using var town = await Town.StartAsync();
        var (here, phone) = (town.Browse(), town.Browse());
        await here.SendAsync(Town.NewShop());
        await phone.SendAsync(Right);

        await here.SendAsync(new EndSignIn(null));

        Assert.False(await phone.IsSignedInAsync());
        Assert.True(await here.IsSignedInAsync());
    }

    [Fact]
    public async Task Nobody_ends_a_strangers_sign_in()
    {
        await using var town = await Town.StartAsync();
        var (afi, eve) = (town.Browse(), town.Browse());
        await afi.SendAsync(Town.NewShop());
        await eve.SendAsync(Town.NewShop("eve@example.com", "Chez Eve"));
        var place = (await afi.SendAsync(new GetSecurity()))!.Places.Single().Id;

        Assert.Equal(Error.NotFound, (await eve.SendAsync(new EndSignIn(place))).Error);
        Assert.True(await afi.IsSignedInAsync());
    }
}
