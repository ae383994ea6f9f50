using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Subscriptions;

/// <summary>The shop's invoices, newest first, from the provider; empty when there was never anything to pay.</summary>
public sealed record ListInvoices : IQuery<Result<IReadOnlyList<Invoice>>>;

internal sealed class ListInvoicesHandler(IAppDbContext db, IBillingGateway gateway) : IQueryHandler<ListInvoices, Result<IReadOnlyList<Invoice>>>
{
    private static readonly IReadOnlyList<Invoice> Nothing = [];

    public async Task<Result<IReadOnlyList<Invoice>>> Handle(ListInvoices query, CancellationToken cancellationToken)
    {
        if (gateway.Provider == BillingProvider.None || await db.Subscriptions.Select(s => s.CustomerId).SingleAsync(cancellationToken) is not { } customer)
        {
            return new Result<IReadOnlyList<Invoice>>(Nothing, null);
        }

        try
        {
            return new Result<IReadOnlyList<Invoice>>(await gateway.InvoicesAsync(customer, cancellationToken), null);
        }
        catch (BillingException e)
        {
            return BillingErrors.Of(e);
        }
    }
}
