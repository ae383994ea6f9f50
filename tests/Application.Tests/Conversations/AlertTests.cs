using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Application.Tests.Support;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tests.Conversations;

public sealed class AlertTests
{
    private readonly IMailer _mailer = Substitute.For<IMailer>();
    private readonly IAccounts _accounts = Substitute.For<IAccounts>();
    private readonly IPublicAddress _address = Substitute.For<IPublicAddress>();

    [Fact]
    public async Task A_hand_off_is_mailed_to_the_people_of_the_shop_with_a_link_and_shown_on_open_pages()
    {
        await using var installation = await StartAsync();
        var shop = await ShopWithOwnerAsync(installation, "fr");
        var conversation = await HandOffAsync(installation, shop, "kossi@lid");
        Assert.Equal(shop.Id, Assert.Single(await ToAlertAsync(installation)));

        await shop.SendAsync(new AlertVendor());

        _mailer.Received(1).Send(Arg.Is<Mail>(m => m.To == "adjoa@example.com" && m.Subject == "Un client attend votre réponse"
            && m.Body.Contains($"https://shop.example/messages/{conversation.Value}", StringComparison.Ordinal)));
        Assert.Contains((shop.Id.Value, LiveTopics.HandOff, (Guid?)conversation.Value), installation.Live.Announced);
        Assert.Empty(await ToAlertAsync(installation));
    }

    [Fact]
    public async Task The_same_conversation_is_not_mailed_again_before_somebody_looked()
    {
        await using var installation = await StartAsync();
        var shop = await ShopWithOwnerAsync(installation, "en");
        var conversation = await HandOffAsync(installation, shop, "kossi@lid");
        await shop.SendAsync(new AlertVendor());

        await AgainAsync(installation, shop);
        await shop.SendAsync(new AlertVendor());
        _mailer.ReceivedWithAnyArgs(1).Send(default!);

        await shop.SendAsync(new MarkSeen(conversation));
        await AgainAsync(installation, shop);
        await shop.SendAsync(new AlertVendor());
        _mailer.ReceivedWithAnyArgs(2).Send(default!);
    }

    [Fact]
    public async Task Many_customers_at_once_are_one_mail_now_and_one_after_ten_minutes()
    {
        await using var installation = await StartAsync();
        var shop = await ShopWithOwnerAsync(installation, "en");
        await HandOffAsync(installation, shop, "1@lid");
        await shop.SendAsync(new AlertVendor());
        await HandOffAsync(installation, shop, "2@lid");
        await HandOffAsync(installation, shop, "3@lid");

        await shop.SendAsync(new AlertVendor());
        _mailer.ReceivedWithAnyArgs(1).Send(default!);
        Assert.Empty(await ToAlertAsync(installation));

        installation.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Single(await ToAlertAsync(installation));
        await shop.SendAsync(new AlertVendor());
        _mailer.Received(1).Send(Arg.Is<Mail>(m => m.Subject == "2 customers wait for your answer" && m.Body.Contains("messages?filter=needs-you", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_picture_of_a_payment_is_a_mail_of_its_own_kind()
    {
        await using var installation = await StartAsync();
        var shop = await ShopWithOwnerAsync(installation, "fr");
        var paid = await shop.HearAsync("j'ai payé");
        await shop.SaveAsync(db => db.Messages.Add(db.Conversations.Single().AskToCheckReceipt(installation.Clock.GetUtcNow())));
        await HandOffAsync(installation, shop, "ama@lid");

        await shop.SendAsync(new AlertVendor());

        _mailer.Received(1).Send(Arg.Is<Mail>(m => m.Subject == "Un paiement est à vérifier"
            && m.Body.Contains("Une image ne prouve rien", StringComparison.Ordinal) && m.Body.Contains($"messages/{paid.ConversationId.Value}", StringComparison.Ordinal)));
        _mailer.Received(1).Send(Arg.Is<Mail>(m => m.Subject == "Un client attend votre réponse"));
        Assert.Empty(await ToAlertAsync(installation));
    }

    [Fact]
    public async Task A_vendor_who_answers_first_gets_no_mail()
    {
        await using var installation = await StartAsync();
        var shop = await ShopWithOwnerAsync(installation, "fr");
        await HandOffAsync(installation, shop, "kossi@lid");

        await shop.HearAsync("Je m'en occupe", fromPhone: true);
        await shop.SendAsync(new AlertVendor());

        _mailer.DidNotReceiveWithAnyArgs().Send(default!);
    }

    [Fact]
    public async Task An_address_that_nobody_confirmed_gets_no_mail_and_neither_does_who_has_no_place_in_the_plan()
    {
        await using var installation = await StartAsync();
        var shop = await ShopWithOwnerAsync(installation, "fr", confirmed: false);
        var agent = Id.New<UserId>();
        _accounts.FindAsync(agent, Arg.Any<CancellationToken>()).Returns(new Person(agent, "kofi@example.com", "fr", true, false));
        var place = new Membership(shop.Id, agent, Role.Agent, Installation.Noon);
        place.StopForPlan(Installation.Noon);
        await shop.SaveAsync(db => db.Memberships.Add(place));
        await HandOffAsync(installation, shop, "kossi@lid");
        installation.Clock.Advance(TimeSpan.FromMinutes(5));

        await shop.SendAsync(new AlertVendor());

        _mailer.DidNotReceiveWithAnyArgs().Send(default!);
        Assert.All(await shop.ReadAsync(db => db.Conversations.ToListAsync()), c => Assert.NotNull(c.AlertedAt));
    }

    private Task<Installation> StartAsync()
    {
        _address.Root.Returns(new Uri("https://shop.example/"));
        return Installation.StartAsync(services => services.AddSingleton(_mailer).AddSingleton(_accounts).AddSingleton(_address));
    }

    private async Task<Shop> ShopWithOwnerAsync(Installation installation, string language, bool confirmed = true)
    {
        var shop = await installation.OpenShopAsync();
        var owner = Id.New<UserId>();
        _accounts.FindAsync(owner, Arg.Any<CancellationToken>()).Returns(new Person(owner, "adjoa@example.com", language, confirmed, false));
        await shop.SaveAsync(db => db.Memberships.Add(new Membership(shop.Id, owner, Role.Owner, Installation.Noon)));
        return shop;
    }

    private static async Task<Domain.Conversations.ConversationId> HandOffAsync(Installation installation, Shop shop, string customer)
    {
        installation.Assistant.Plan = _ => Task.FromResult(ScriptedAssistant.Say("Je transmets.") with { HandOffReason = "complaint" });
        var received = await shop.HearAsync("Je me plains", customer);
        installation.Clock.Advance(TimeSpan.FromSeconds(3));
        await shop.AnswerAsync(received.ConversationId);
        return received.ConversationId;
    }

    /// <summary>Nobody came; the customer goes on and is handed over once more.</summary>
    private static async Task AgainAsync(Installation installation, Shop shop)
    {
        installation.Clock.Advance(TimeSpan.FromMinutes(31));
        await HandOffAsync(installation, shop, "kossi@lid");
    }

    private static Task<IReadOnlyList<TenantId>> ToAlertAsync(Installation installation) =>
        installation.Get<IAcrossTenants>().ShopsToAlertAsync(installation.Clock.GetUtcNow(), CancellationToken.None);
}
