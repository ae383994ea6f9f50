using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Application.Tests.Negotiation;

/// <summary>Through a real database: what was agreed is still agreed tomorrow.</summary>
public sealed class StoredNegotiationTests
{
    [Fact]
    public async Task Offers_and_agreements_come_back_and_more_can_be_agreed()
    {
        await using var installation = await Installation.StartAsync();
        var shop = await installation.OpenShopAsync();
        await shop.HearAsync("bonjour");
        var contact = (await shop.ReadAsync(db => db.Contacts.SingleAsync())).Id;
        var subject = await SubjectAsync(shop);
        var negotiation = PriceNegotiation.Start(shop.Id, contact, subject, Installation.Noon);
        negotiation.Answer(subject, new CustomerMove.Ask(), Installation.Noon);
        var agreed = negotiation.Answer(subject, new CustomerMove.Accept(2), Installation.Noon).Value!;
        await shop.SaveAsync(db => db.Negotiations.Add(negotiation));

        var later = await shop.ReadAsync(async db =>
        {
            var stored = await db.Negotiations.SingleAsync();
            var reply = stored.Answer(subject, new CustomerMove.Ask(2), Installation.Noon.AddHours(1)).Value!;
            stored.Answer(subject, new CustomerMove.Accept(1), Installation.Noon.AddHours(1));
            await db.SaveChangesAsync();
            return reply;
        });

        Assert.Equal((ReplyReason.AgreedBefore, agreed.Total, agreed.Agreement), (later.Reason, later.Total, later.Agreement));
        var last = await shop.ReadAsync(db => db.Negotiations.SingleAsync());
        Assert.Equal([1, 2], last.Agreements.Select(a => a.Quantity).Order());
        Assert.All(last.Agreements, a => Assert.Equal(a.Amount, a.Lines.Sum(line => line.Amount)));
    }

    private static async Task<ProductSubject> SubjectAsync(Shop shop)
    {
        var product = Product.Add(shop.Id, "wax", new ProductDetails("Wax", 10_000, 8_000)).Value!;
        var tenant = await shop.ReadAsync(db => db.Tenants.SingleAsync());
        return new ProductSubject(product.Id, product.RuleIn(tenant));
    }
}
