using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Infrastructure.Persistence;
using WaSaas.Infrastructure.Persistence.Tables;

namespace WaSaas.Infrastructure.Billing;

/// <summary>
/// Plays a billing provider without an account: the same flows, pages of our own, a card that works or fails as the person
/// says, and time that goes by on the clock of the host. Knows the shop in scope only.
/// </summary>
internal sealed class PretendedBilling(
    AppDbContext db, IUnitOfWork unitOfWork, ITenantScope tenant, PlanPrices prices, IPublicAddress address, TimeProvider clock)
    : IBillingGateway, IPretendedBilling
{
    private static readonly TimeSpan CheckoutLife = TimeSpan.FromHours(24);

    public BillingProvider Provider => BillingProvider.Simulated;

    public Task<string> CreateCustomerAsync(NewCustomer customer, string key, CancellationToken ct) => ChangeAsync((state, _) => state.CustomerId, ct);

    public Task<bool> HasCustomerAsync(string customerId, CancellationToken ct) => ReadAsync((state, _) => state.CustomerId == customerId, ct);

    public Task<string?> CustomerOfDisputeAsync(string disputeId, CancellationToken ct) => Task.FromResult<string?>(null);

    public Task<IReadOnlyList<PlanPrice>> PricesAsync(Currency currency, CancellationToken ct) => Task.FromResult(prices.All.Count == 0 ? [] : prices.In(currency));

    public Task<Checkout> CreateCheckoutAsync(CheckoutRequest request, string key, CancellationToken ct) => ChangeAsync(
        (state, now) =>
        {
            if (state.Checkouts.FirstOrDefault(c => c.Key == key) is not { } checkout)
            {
                var id = $"cs_pretend_{Guid.CreateVersion7():n}";
                checkout = new PretendedCheckout(
                    id, key, CheckoutState.Open, request.Plan, request.Interval, request.TrialEndsAt, now + CheckoutLife, new Uri(address.Root, $"billing/pretend/{id}"));
                state.Checkouts.Add(checkout);
            }

            return Read(state, checkout);
        },
        ct);

    public Task<Checkout?> FindCheckoutAsync(string id, CancellationToken ct) =>
        ReadAsync((state, _) => state.Checkouts.Where(c => c.Id == id).Select(c => Read(state, c)).SingleOrDefault(), ct);

    public Task<IReadOnlyList<Checkout>> OpenCheckoutsAsync(string customerId, CancellationToken ct) => ReadAsync<IReadOnlyList<Checkout>>(
        (state, now) => [.. state.Checkouts.Where(c => c.State == CheckoutState.Open && now < c.ExpiresAt).Select(c => Read(state, c))], ct);

    public Task ExpireCheckoutAsync(string id, string key, CancellationToken ct) => ChangeAsync((state, _) => End(state, id, CheckoutState.Expired), ct);

    public Task<Uri> OpenPortalAsync(string customerId, Uri returnTo, string key, CancellationToken ct) => Task.FromResult(new Uri(address.Root, "billing/pretend"));

    public Task<IReadOnlyList<BillingState>> SubscriptionsAsync(string customerId, CancellationToken ct) =>
        ReadAsync<IReadOnlyList<BillingState>>((state, _) => [.. state.Subscriptions], ct);

    public Task<Money> PreviewChangeAsync(string customerId, PlanChange change, CancellationToken ct) => ReadAsync(
        (state, now) => PriceOf(change.Plan, change.Interval) with { Minor = Difference(state.Subscriptions.Single(s => s.Id == change.SubscriptionId), change, now) }, ct);

    public Task ChangePlanAsync(PlanChange change, string key, CancellationToken ct) => ChangeAsync(
        (state, now) =>
        {
            var old = state.Subscriptions.Single(s => s.Id == change.SubscriptionId);
            var due = change.Now ? Difference(old, change, now) : 0;
            if (due > 0 && !state.CardWorks)
            {
                throw new BillingException(BillingFailure.Card, "card_declined");
            }

            var restarts = change.Now && old.Interval != change.Interval && old.Status != SubscriptionStatus.Trialing;
            var changed = old with
            {
                Plan = change.Plan,
                Interval = change.Interval,
                PeriodStart = restarts ? now : old.PeriodStart,
                PeriodEnd = restarts ? PretendedState.EndOf(now, change.Interval) : old.PeriodEnd,
            };
            state.Subscriptions[state.Subscriptions.IndexOf(old)] = changed;
            if (due > 0)
            {
                state.Bill(changed, now, (due, PriceOf(change.Plan, change.Interval).Currency.Code), paid: true);
            }

            return true;
        },
        ct);

    public Task SetCancelAtPeriodEndAsync(string subscriptionId, bool cancel, string key, CancellationToken ct) =>
        EditAsync(subscriptionId, s => s with { CancelAtPeriodEnd = cancel }, ct);

    public Task CancelNowAsync(string subscriptionId, CancellationToken ct) => EditAsync(subscriptionId, s => s with { Status = SubscriptionStatus.Canceled }, ct);

    public Task ResumeAsync(string subscriptionId, string key, CancellationToken ct) =>
        EditAsync(subscriptionId, s => s.Status == SubscriptionStatus.Paused ? s with { Status = SubscriptionStatus.Active } : s, ct);

    public Task<IReadOnlyList<Invoice>> InvoicesAsync(string customerId, CancellationToken ct) => ReadAsync<IReadOnlyList<Invoice>>(
        (state, _) => [.. state.Invoices.OrderByDescending(i => i.At).Take(12).Select(i => new Invoice(i.Id, i.Number, i.At, new Money(i.Minor, Currency.Of(i.Currency)), i.State, null))], ct);

    public Task<IReadOnlyList<BillingNotice>> NoticesSinceAsync(DateTimeOffset since, CancellationToken ct) => Task.FromResult<IReadOnlyList<BillingNotice>>([]);

    public Task<bool> DoesCardWorkAsync(CancellationToken ct) => ReadAsync((state, _) => state.CardWorks, ct);

    public Task ChooseCardAsync(bool works, CancellationToken ct) => ChangeAsync(
        (state, _) =>
        {
            state.CardWorks = works;
            if (works)
            {
                state.PayOpen();
            }

            return true;
        },
        ct);

    public Task<bool> PayAsync(string checkoutId, bool cardWorks, CancellationToken ct) => ChangeAsync(
        (state, now) =>
        {
            if (!cardWorks || state.Checkouts.SingleOrDefault(c => c.Id == checkoutId && c.State == CheckoutState.Open && now < c.ExpiresAt) is not { } page)
            {
                return false;
            }

            state.CardWorks = true;
            var end = page.TrialEndsAt > now ? page.TrialEndsAt.Value : PretendedState.EndOf(now, page.Interval);
            var status = page.TrialEndsAt > now ? SubscriptionStatus.Trialing : SubscriptionStatus.Active;
            var bought = new BillingState(
                $"sub_pretend_{Guid.CreateVersion7():n}", $"si_pretend_{Guid.CreateVersion7():n}", page.Plan, page.Interval, status, now, now, end,
                status == SubscriptionStatus.Trialing ? end : null);
            state.Subscriptions.Add(bought);
            if (status == SubscriptionStatus.Active)
            {
                state.Bill(bought, now, Amount(page.Plan, page.Interval), paid: true);
            }

            return End(state, checkoutId, CheckoutState.Complete);
        },
        ct);

    private static bool End(PretendedState state, string id, CheckoutState to)
    {
        var index = state.Checkouts.FindIndex(c => c.Id == id && c.State == CheckoutState.Open);
        if (index >= 0)
        {
            state.Checkouts[index] = state.Checkouts[index] with { State = to };
        }

        return index >= 0;
    }

    private Checkout Read(PretendedState state, PretendedCheckout c) => new(c.Id, c.State, state.CustomerId, tenant.Id, c.Plan, c.Interval, c.State == CheckoutState.Open ? c.Page : null);

    private async Task EditAsync(string subscriptionId, Func<BillingState, BillingState> edit, CancellationToken ct) => await ChangeAsync(
        (state, _) =>
        {
            var index = state.Subscriptions.FindIndex(s => s.Id == subscriptionId);
            state.Subscriptions[index] = edit(state.Subscriptions[index]);
            return true;
        },
        ct);

    /// <summary>What is left of the period at the new price, less what is left of it at the old one.</summary>
    private long Difference(BillingState old, PlanChange change, DateTimeOffset now)
    {
        if (old.Status == SubscriptionStatus.Trialing)
        {
            return 0;
        }

        var left = (old.PeriodEnd - now).Ticks;
        var whole = (old.PeriodEnd - old.PeriodStart).Ticks;
        var unused = (long)((Int128)PriceOf(old.Plan, old.Interval).Minor * left / whole);
        var next = PriceOf(change.Plan, change.Interval).Minor;
        var owed = old.Interval == change.Interval ? (long)((Int128)next * left / whole) : next;
        return Math.Max(0, owed - unused);
    }

    private Money PriceOf(Plan plan, BillingInterval interval)
    {
        var currency = db.Tenants.Select(t => t.Currency).Single();
        return prices.In(currency).SingleOrDefault(p => p.Plan == plan && p.Interval == interval)?.Amount
            ?? throw new BillingException(BillingFailure.Refused, "price_missing");
    }

    private (long Minor, string Currency) Amount(Plan plan, BillingInterval interval)
    {
        var price = PriceOf(plan, interval);
        return (price.Minor, price.Currency.Code);
    }

    private Task<T> ReadAsync<T>(Func<PretendedState, DateTimeOffset, T> act, CancellationToken ct) => RunAsync(act, keep: false, ct);

    private Task<T> ChangeAsync<T>(Func<PretendedState, DateTimeOffset, T> act, CancellationToken ct) => RunAsync(act, keep: true, ct);

    private Task<T> RunAsync<T>(Func<PretendedState, DateTimeOffset, T> act, bool keep, CancellationToken ct) => unitOfWork.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            var row = await db.PretendedAccounts.SingleOrDefaultAsync(token);
            if (row is null)
            {
                row = new PretendedAccount { TenantId = tenant.Id, State = JsonSerializer.Serialize(new PretendedState { CustomerId = $"cus_pretend_{Guid.CreateVersion7():n}" }) };
                db.PretendedAccounts.Add(row);
            }

            var state = JsonSerializer.Deserialize<PretendedState>(row.State)!;
            state.Advance(now, Amount);
            var result = act(state, now);
            row.State = JsonSerializer.Serialize(state);
            return result;
        },
        _ => keep,
        ct);
}
