using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Subscriptions;

/// <summary>Writes owners and operators what a notice asks them to look at; the same thing in another notice is told no more.</summary>
public sealed record WarnOfNotice(string Id) : ICommand<Result>;

/// <summary>Which notices want somebody's attention.</summary>
public static class BillingWarnings
{
    private static readonly Dictionary<string, BillingWarning> ByType = new(StringComparer.Ordinal)
    {
        ["charge.dispute.created"] = BillingWarning.Disputed,
        ["charge.refunded"] = BillingWarning.Refunded,
        ["invoice.finalization_failed"] = BillingWarning.NotInvoiced,
        ["invoice.payment_action_required"] = BillingWarning.ActionRequired,
        ["customer.deleted"] = BillingWarning.CustomerGone,
    };

    public static IReadOnlyCollection<string> Types => ByType.Keys;

    public static BillingWarning? Of(string type) => ByType.TryGetValue(type, out var warning) ? warning : null;

    /// <summary>A vendor confirms a payment by herself; everything else is also the operator's business.</summary>
    public static bool IsForOperators(BillingWarning warning) => warning != BillingWarning.ActionRequired;
}

internal sealed class WarnOfNoticeHandler(IAppDbContext db, OwnerPost owners, OperatorPost operators, IPublicAddress address, FollowUps followUps)
    : ICommandHandler<WarnOfNotice, Result>
{
    public async Task<Result> Handle(WarnOfNotice command, CancellationToken cancellationToken)
    {
        var notice = await db.BillingEvents.AsNoTracking().SingleAsync(e => e.Id == command.Id, cancellationToken);
        var subscription = await db.Subscriptions.SingleAsync(cancellationToken);
        if (BillingWarnings.Of(notice.Type) is not { } warning || !subscription.Tell($"{warning}:{notice.ObjectId}"))
        {
            return Result.Ok;
        }

        var page = new Uri(address.Root, "account/subscription");
        followUps.Add(ct => owners.SendAsync(to => WarningMails.ToOwner(to, warning, page), ct));
        if (BillingWarnings.IsForOperators(warning))
        {
            var shop = await db.Tenants.Select(t => t.Name).SingleAsync(cancellationToken);
            var list = new Uri(address.Root, "ops/subscriptions");
            followUps.Add(ct => operators.SendAsync(to => WarningMails.ToOperator(to, warning, shop, list), ct));
        }

        return Result.Ok;
    }
}
