using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Tests.Subscriptions;

/// <summary>A billing provider for tests of the use cases: remembers what it was asked, and fails when told to.</summary>
internal sealed class ProviderInHand : IBillingGateway
{
    private readonly Dictionary<string, Checkout> _pages = [];

    public BillingProvider Provider { get; set; } = BillingProvider.Stripe;

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public List<BillingState> Subscriptions { get; set; } = [];

    public List<BillingNotice> Notices { get; } = [];

    /// <summary>What was asked, as <c>kind key</c>.</summary>
    public List<(string Kind, string Key)> Asked { get; } = [];

    /// <summary>Thrown by the next change, once.</summary>
    public BillingException? Fails { get; set; }

    /// <summary>Every question fails.</summary>
    public bool IsDown { get; set; }

    /// <summary>Somebody deleted the customer at the provider.</summary>
    public bool IsCustomerGone { get; set; }

    public IReadOnlyCollection<Checkout> Pages => _pages.Values;

    public static string IdOf(Uri page) => page.Segments[^1];

    public Task<string> CreateCustomerAsync(NewCustomer customer, string key, CancellationToken ct) => Change("customer", key, () => IsCustomerGone ? "cus_2" : "cus_1");

    public Task<bool> HasCustomerAsync(string customerId, CancellationToken ct) => Read(() => !IsCustomerGone);

    public Task<string?> CustomerOfDisputeAsync(string disputeId, CancellationToken ct) => Read(() => disputeId == "dp_1" ? "cus_1" : null);

    public Task<IReadOnlyList<PlanPrice>> PricesAsync(Currency currency, CancellationToken ct) =>
        Read<IReadOnlyList<PlanPrice>>(() => [new PlanPrice(Plan.Pro, BillingInterval.Monthly, new Money(15_000, currency))]);

    public Task<Checkout> CreateCheckoutAsync(CheckoutRequest request, string key, CancellationToken ct) => Change("checkout", key, () =>
    {
        var id = $"cs_{_pages.Count + 1}";
        return _pages[id] = new Checkout(id, CheckoutState.Open, request.CustomerId, request.TenantId, request.Plan, request.Interval, new Uri($"https://checkout.stripe.com/{id}"));
    });

    public Task<Checkout?> FindCheckoutAsync(string id, CancellationToken ct) => Read(() => _pages.GetValueOrDefault(id));

    public Task<IReadOnlyList<Checkout>> OpenCheckoutsAsync(string customerId, CancellationToken ct) =>
        Read<IReadOnlyList<Checkout>>(() => [.. _pages.Values.Where(p => p.State == CheckoutState.Open)]);

    public Task ExpireCheckoutAsync(string id, string key, CancellationToken ct) => Change("expire", key, () => _pages[id] = _pages[id] with { State = CheckoutState.Expired });

    public Task<Uri> OpenPortalAsync(string customerId, Uri returnTo, string key, CancellationToken ct) => Change("portal", key, () => new Uri("https://billing.stripe.com/p"));

    public Task<IReadOnlyList<BillingState>> SubscriptionsAsync(string customerId, CancellationToken ct) => Read<IReadOnlyList<BillingState>>(() => [.. Subscriptions]);

    public Task<Money> PreviewChangeAsync(string customerId, PlanChange change, CancellationToken ct) => Read(() => new Money(25_000, change.Currency));

    public Task ChangePlanAsync(PlanChange change, string key, CancellationToken ct) =>
        Change(change.Now ? "change-now" : "change-later", key, () => Edit(change.SubscriptionId, s => s with { Plan = change.Plan, Interval = change.Interval }));

    public Task SetCancelAtPeriodEndAsync(string subscriptionId, bool cancel, string key, CancellationToken ct) =>
        Change("cancel", key, () => Edit(subscriptionId, s => s with { CancelAtPeriodEnd = cancel }));

    public Task CancelNowAsync(string subscriptionId, CancellationToken ct) =>
        Change("cancel-now", "", () => Edit(subscriptionId, s => s with { Status = SubscriptionStatus.Canceled }));

    public Task ResumeAsync(string subscriptionId, string key, CancellationToken ct) =>
        Change("resume", key, () => Edit(subscriptionId, s => s with { Status = SubscriptionStatus.Active }));

    public Task<IReadOnlyList<Invoice>> InvoicesAsync(string customerId, CancellationToken ct) => Read<IReadOnlyList<Invoice>>(() => []);

    public Task<IReadOnlyList<BillingNotice>> NoticesSinceAsync(DateTimeOffset since, CancellationToken ct) =>
        Read<IReadOnlyList<BillingNotice>>(() => [.. Notices.Where(n => n.CreatedAt >= since)]);

    public void Pay(Uri page)
    {
        var checkout = _pages[IdOf(page)] = _pages[IdOf(page)] with { State = CheckoutState.Complete };
        var now = Clock.GetUtcNow();
        Subscriptions.Add(new BillingState(
            $"sub_{Subscriptions.Count + 1}", $"si_{Subscriptions.Count + 1}", checkout.Plan!.Value, checkout.Interval!.Value, SubscriptionStatus.Active, now, now, now.AddDays(30)));
    }

    public bool Edit(string id, Func<BillingState, BillingState> edit)
    {
        var index = Subscriptions.FindIndex(s => s.Id == id);
        Subscriptions[index] = edit(Subscriptions[index]);
        return true;
    }

    private Task<T> Change<T>(string kind, string key, Func<T> act)
    {
        Asked.Add((kind, key));
        if (Fails is { } failure)
        {
            Fails = null;
            return Task.FromException<T>(failure);
        }

        return Read(act);
    }

    private Task<T> Read<T>(Func<T> act) => IsDown ? Task.FromException<T>(new BillingException(BillingFailure.NoAnswer, "no_answer")) : Task.FromResult(act());
}
