using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NSubstitute;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Application.Tests.Support;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tests.Subscriptions;

/// <summary>An installation that sells plans at a provider in the test's hand, and one shop in it after its trial.</summary>
internal sealed class BillingTown : IAsyncDisposable
{
    private readonly Installation _installation;
    private readonly UserId _owner = Id.New<UserId>();

    private BillingTown(Installation installation, ProviderInHand provider, IWhatsAppSessions sessions, List<Mail> mails) =>
        (_installation, Provider, Sessions, Mails) = (installation, provider, sessions, mails);

    public ProviderInHand Provider { get; }

    public IWhatsAppSessions Sessions { get; }

    public List<Mail> Mails { get; }

    public Shop Shop { get; private set; } = null!;

    public TestClock Clock => _installation.Clock;

    public DateTimeOffset Now => Clock.GetUtcNow();

    public Installation Installation => _installation;

    public static async Task<BillingTown> OpenAsync(bool inTrial = false)
    {
        var provider = new ProviderInHand();
        var sessions = Substitute.For<IWhatsAppSessions>();
        List<Mail> mails = [];
        var mailer = Substitute.For<IMailer>();
        mailer.Send(Arg.Do<Mail>(mails.Add));
        var town = new BillingTown(await Installation.StartAsync(services => Add(services, provider, sessions, mailer)), provider, sessions, mails);
        provider.Clock = town.Clock;
        town.Shop = await town._installation.OpenShopAsync(plan: Plan.Starter);
        await town.Shop.SaveAsync(db =>
        {
            db.Subscriptions.Remove(db.Subscriptions.Single());
            db.SaveChanges();
            db.Subscriptions.Add(Subscription.StartTrial(town.Shop.Id, inTrial ? town.Now : town.Now.AddDays(-20)));
            db.Memberships.Add(new Membership(town.Shop.Id, town._owner, Role.Owner, town.Now));
        });
        return town;
    }

    public Task<T> SendAsync<T>(IRequest<T> request) => Shop.SendAsync(request);

    public Task<SubscriptionView> ViewAsync() => SendAsync(new GetSubscription());

    /// <summary>Chooses a plan, pays, and comes back.</summary>
    public async Task SubscribeAsync(Plan plan, BillingInterval interval = BillingInterval.Monthly)
    {
        var page = (await SendAsync(new Subscribe(plan, interval, "form"))).Value!;
        Provider.Pay(page);
        Assert.Equal(CheckoutState.Complete, (await SendAsync(new ReturnFromCheckout(ProviderInHand.IdOf(page)))).Value);
    }

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    private static void Add(IServiceCollection services, ProviderInHand provider, IWhatsAppSessions sessions, IMailer mailer)
    {
        var user = Substitute.For<ICurrentUser>();
        user.Id.Returns(Id.New<UserId>());
        user.Role.Returns(Domain.Tenants.Role.Owner);
        var accounts = Substitute.For<IAccounts>();
        accounts.FindAsync(Arg.Any<UserId>(), Arg.Any<CancellationToken>())
            .Returns(call => new Person(call.Arg<UserId>(), "adjoa@example.com", "en", true, false));
        accounts.OperatorsAsync(Arg.Any<CancellationToken>()).Returns([new Person(Id.New<UserId>(), "operator@example.com", "en", true, true)]);
        var address = Substitute.For<IPublicAddress>();
        address.Root.Returns(new Uri("https://shop.example/"));
        services.Replace(ServiceDescriptor.Scoped(_ => user));
        services.Replace(ServiceDescriptor.Scoped(_ => accounts));
        services.AddSingleton(address);
        services.AddSingleton(mailer);
        services.AddSingleton(sessions);
        services.AddSingleton<IBillingGateway>(provider);
    }
}
