namespace WaSaas.Application.Tests.Assistants;

/// <summary>A yes to a summary is a yes to what it says, whatever was agreed on before.</summary>
public sealed class ConfirmationTests(BargainingShop shop) : IClassFixture<BargainingShop>
{
    [Theory]
    [InlineData("oui")]
    [InlineData("ok oui je confirme")]
    public async Task What_was_agreed_for_more_pieces_does_not_come_back(string yes)
    {
        var customer = shop.Customer();
        await customer.SaysAsync("je veux 2 bazin riche");
        await customer.SaysAsync("14 000 chacun");
        await customer.SaysAsync("ok ça marche pour les deux");
        await customer.SaysAsync("livrez à Tokoin");
        await customer.SaysAsync("Ama Koffi, 90 12 34 56");
        var summary = await customer.SaysAsync("non attends, mets-en un seul");
        Assert.Contains("1 × Bazin riche", summary, StringComparison.Ordinal);

        var confirmed = await customer.SaysAsync(yes);

        Assert.Contains("confirm_order", customer.Tools);
        Assert.Contains("1 × Bazin riche", confirmed, StringComparison.Ordinal);
        Assert.DoesNotContain("2 × Bazin riche", confirmed, StringComparison.Ordinal);
    }
}
