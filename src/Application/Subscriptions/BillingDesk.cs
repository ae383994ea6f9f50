using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Subscriptions;

/// <summary>
/// What the flows of billing share: the shop's turn, a fresh look at the provider, the customer made once, and failures of
/// the provider as refusals that people understand.
/// </summary>
internal sealed class BillingDesk(
    IBillingGateway gateway, IUnitOfWork unitOfWork, IAppDbContext db, ITenantScope tenant, ICurrentUser user, IAccounts accounts,
    BillingTurns turns, BillingOperations operations, BillingSync sync)
{
    public IBillingGateway Gateway => gateway;

    public BillingOperations Operations => operations;

    public Task<Tenant> ShopAsync(CancellationToken ct) => db.Tenants.AsNoTracking().SingleAsync(ct);

    /// <summary>As it is at the provider now.</summary>
    public Task<Subscription> FreshAsync(CancellationToken ct) => sync.RunInTurnAsync(ct);

    public async Task<Result<T>> InTurnAsync<T>(Func<Task<Result<T>>> act, CancellationToken ct)
    {
        if (gateway.Provider == BillingProvider.None)
        {
            return BillingErrors.NotSold;
        }

        using var turn = await turns.EnterAsync(tenant.Id, ct);
        try
        {
            return await act();
        }
        catch (BillingException e)
        {
            return BillingErrors.Of(e);
        }
    }

    public async Task<Result> InTurnAsync(Func<Task<Result>> act, CancellationToken ct)
    {
        var result = await InTurnAsync<bool>(
            async () => (await act()).Error is { } refused ? refused : true,
            ct);
        return new Result(result.Error);
    }

    /// <summary>One customer per shop, whatever is clicked twice.</summary>
    public async Task<Result<string>> CustomerAsync(CancellationToken ct)
    {
        if (await db.Subscriptions.AsNoTracking().Select(s => s.CustomerId).SingleAsync(ct) is { } known)
        {
            if (await gateway.HasCustomerAsync(known, ct))
            {
                return known;
            }

            await ChangeAsync(subscription => subscription.LoseCustomer(), ct);
        }

        if (user.Id is not { } id || await accounts.FindAsync(id, ct) is not { } person)
        {
            return BillingErrors.NoAddress;
        }

        var shop = await ShopAsync(ct);
        var newcomer = new NewCustomer(tenant.Id, person.Email, shop.Name, person.Language);
        var customer = await operations.RunAsync("customer", "customer", key => gateway.CreateCustomerAsync(newcomer, key, ct), made => made, ct);
        await ChangeAsync(subscription => subscription.BelongsTo(customer), ct);
        return customer;
    }

    public Task ChangeAsync(Action<Subscription> change, CancellationToken ct) => unitOfWork.RunAsync(
        async token =>
        {
            change(await db.Subscriptions.SingleAsync(token));
            return true;
        },
        _ => true,
        ct);
}
