using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Tests.Subscriptions;

public sealed class SubscribeTests
{
    private const BillingInterval Monthly = BillingInterval.Monthly;

    [Fact]
    public async Task Paying_opens_the_plan_only_after_the_provider_was_asked()
    {
        await using var town = await BillingTown.OpenAsync();
        var page = (await town.SendAsync(new Subscribe(Plan.Business, Monthly, "form"))).Value!;

        Assert.Equal(CheckoutState.Open, (await town.SendAsync(new ReturnFromCheckout(ProviderInHand.IdOf(page)))).Value);
        Assert.Equal(Plan.Starter, (await town.ViewAsync()).Plan);

        town.Provider.Pay(page);
        Assert.Equal(CheckoutState.Complete, (await town.SendAsync(new ReturnFromCheckout(ProviderInHand.IdOf(page)))).Value);
        Assert.Equal((Plan.Business, true), ((await town.ViewAsync()).Plan, (await town.ViewAsync()).IsRecurring));
    }

    [Fact]
    public async Task An_address_that_was_guessed_or_is_another_shops_opens_nothing()
    {
        await using var town = await BillingTown.OpenAsync();
        var page = (await town.SendAsync(new Subscribe(Plan.Pro, Monthly, "form"))).Value!;
        town.Provider.Pay(page);
        var other = await town.Installation.OpenShopAsync("Autre", plan: Plan.Starter);

        Assert.Equal(Error.NotFound, (await town.SendAsync(new ReturnFromCheckout("cs_guess"))).Error);
        Assert.Equal(Error.NotFound, (await other.SendAsync(new ReturnFromCheckout(ProviderInHand.IdOf(page)))).Error);
        Assert.Equal(Plan.Starter, (await other.SendAsync(new GetSubscription())).Plan);
    }

    [Fact]
    public async Task However_often_and_in_however_many_tabs_it_is_clicked_there_is_one_page_and_one_subscription()
    {
        await using var town = await BillingTown.OpenAsync();

        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => town.SendAsync(new Subscribe(Plan.Pro, Monthly, $"form {n}"))));
        var business = await town.SendAsync(new Subscribe(Plan.Business, Monthly, "other tab"));

        Assert.Single(pages.Select(p => p.Value).Distinct());
        Assert.Single(town.Provider.Asked, a => a.Kind == "customer");
        Assert.Equal([CheckoutState.Expired, CheckoutState.Open], town.Provider.Pages.Select(p => p.State));

        town.Provider.Pay(business.Value!);
        Assert.Equal(SubscriptionErrors.AlreadySubscribed, (await town.SendAsync(new Subscribe(Plan.Pro, Monthly, "late"))).Error);
    }

    [Fact]
    public async Task Two_payments_in_two_tabs_leave_one_that_goes_on()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Pro);
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        town.Provider.Subscriptions.Add(town.Provider.Subscriptions[0] with { Id = "sub_2", CreatedAt = town.Now, Plan = Plan.Business });

        await town.SendAsync(new ReconcileBilling());
        await town.SendAsync(new ReconcileBilling());

        Assert.Equal(["sub_2"], town.Provider.Subscriptions.Where(s => s.Status.IsLive()).Select(s => s.Id));
        Assert.Equal(Plan.Business, (await town.ViewAsync()).Plan);
    }

    [Fact]
    public async Task The_key_is_stored_before_the_first_try_and_used_again_until_there_is_an_answer()
    {
        await using var town = await BillingTown.OpenAsync();
        town.Provider.Fails = new BillingException(BillingFailure.NoAnswer, "no_answer");

        var refused = await town.SendAsync(new Subscribe(Plan.Pro, Monthly, "form"));
        Assert.Equal(BillingErrors.Unreachable, refused.Error);
        var stored = await town.Shop.ReadAsync(db => db.BillingOperations.AsNoTracking().SingleAsync());
        Assert.Equal((OperationState.Pending, town.Provider.Asked[0].Key), (stored.State, stored.Key));

        Assert.True((await town.SendAsync(new Subscribe(Plan.Pro, Monthly, "form"))).IsOk);
        Assert.Equal(town.Provider.Asked[0], town.Provider.Asked[1]);
        Assert.Equal(OperationState.Done, (await town.Shop.ReadAsync(db => db.BillingOperations.AsNoTracking().SingleAsync(o => o.Kind == "customer"))).State);
    }

    [Fact]
    public async Task A_refused_request_and_one_without_an_answer_for_a_day_are_other_requests_the_next_time()
    {
        await using var town = await BillingTown.OpenAsync();
        town.Provider.Fails = new BillingException(BillingFailure.Refused, "parameter_missing");
        Assert.Equal(BillingErrors.Refused, (await town.SendAsync(new Subscribe(Plan.Pro, Monthly, "form"))).Error);
        town.Provider.Fails = new BillingException(BillingFailure.NoAnswer, "no_answer");
        await town.SendAsync(new Subscribe(Plan.Pro, Monthly, "form"));
        town.Clock.Advance(BillingOperation.KeyLife);

        await town.SendAsync(new Subscribe(Plan.Pro, Monthly, "form"));

        Assert.Equal(3, town.Provider.Asked.Where(a => a.Kind == "customer").Select(a => a.Key).Distinct().Count());
    }

    [Fact]
    public async Task Starter_is_free_and_where_nothing_is_sold_nothing_is_asked()
    {
        await using var town = await BillingTown.OpenAsync();
        Assert.Equal(SubscriptionErrors.StarterIsFree, (await town.SendAsync(new Subscribe(Plan.Starter, Monthly, "form"))).Error);

        town.Provider.Provider = BillingProvider.None;

        Assert.Equal(BillingErrors.NotSold, (await town.SendAsync(new Subscribe(Plan.Pro, Monthly, "form"))).Error);
        Assert.Equal(BillingErrors.NotSold, (await town.SendAsync(new ChangePlan(Plan.Pro, Monthly, "form"))).Error);
        Assert.Null(await town.SendAsync(new GetPlanPrices()));
        Assert.Empty(town.Provider.Asked);
    }

    [Fact]
    public async Task Pages_open_while_the_provider_is_down()
    {
        await using var town = await BillingTown.OpenAsync();
        await town.SubscribeAsync(Plan.Pro);
        town.Provider.IsDown = true;

        Assert.Equal(Plan.Pro, (await town.ViewAsync()).Plan);
        Assert.Null(await town.SendAsync(new GetPlanPrices()));
        Assert.Equal(BillingErrors.Unreachable, (await town.SendAsync(new ListInvoices())).Error);
        Assert.Equal(BillingErrors.Unreachable, (await town.SendAsync(new OpenPortal("form"))).Error);
    }
}
