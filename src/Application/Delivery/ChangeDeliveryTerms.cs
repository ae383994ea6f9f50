using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Delivery;

namespace WaSaas.Application.Delivery;

/// <summary>The rules for the whole shop.</summary>
/// <param name="Version">The version that the editor saw; 0 when there were none.</param>
/// <param name="Terms">The rules as a whole.</param>
public sealed record ChangeDeliveryTerms(int Version, DeliveryTerms Terms) : ICommand<Result>, IOwnersOnly;

internal sealed class ChangeDeliveryTermsHandler(IAppDbContext db, ITenantScope tenant) : ICommandHandler<ChangeDeliveryTerms, Result>
{
    public async Task<Result> Handle(ChangeDeliveryTerms command, CancellationToken cancellationToken)
    {
        var rules = await db.DeliveryRules.SingleOrDefaultAsync(cancellationToken);
        if ((rules?.Version ?? 0) != command.Version)
        {
            return Error.EditedElsewhere;
        }

        if (rules is null)
        {
            rules = new DeliveryRules(tenant.Id);
            db.DeliveryRules.Add(rules);
        }

        var codes = await db.DeliveryZones.Select(z => z.Code).ToListAsync(cancellationToken);
        return rules.Change(command.Terms, codes);
    }
}
