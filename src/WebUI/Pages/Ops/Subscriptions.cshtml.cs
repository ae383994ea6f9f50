using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.Security;
using WaSaas.WebUI.TagHelpers;

namespace WaSaas.WebUI.Pages.Ops;

/// <summary>Every shop's plan, what the provider would not do, and prepaid periods given by hand.</summary>
[Access(Access.Operator)]
public sealed class SubscriptionsModel(IBillingAcrossTenants all, InShop shops, TimeProvider clock) : AppPage
{
    private const int Shown = 50;

    public IReadOnlyList<SubscriptionRow> Rows { get; private set; } = [];

    public IReadOnlyList<OperationRow> Troubled { get; private set; } = [];

    public IReadOnlyList<WarningRow> Warnings { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public static PillKind Kind(SubscriptionStatus status) => status switch
    {
        SubscriptionStatus.Active => PillKind.Ok,
        SubscriptionStatus.Trialing => PillKind.Info,
        SubscriptionStatus.PastDue or SubscriptionStatus.Unpaid => PillKind.Bad,
        SubscriptionStatus.Paused => PillKind.Warn,
        _ => PillKind.Neutral,
    };

    public static PillKind Kind(BillingWarning warning) => warning switch
    {
        BillingWarning.Disputed or BillingWarning.CustomerGone => PillKind.Bad,
        BillingWarning.NotInvoiced => PillKind.Warn,
        _ => PillKind.Info,
    };

    public string Day(DateTimeOffset at) => Moments.Day(at, Now, "Etc/UTC");

    public string About(SubscriptionRow row)
    {
        List<string> parts = [row.Slug];
        if (row.Subscription.PeriodEnd is { } end)
        {
            parts.Add(Say["Ops.periodUntil", Day(end)]);
        }

        parts.AddRange(row.Subscription.Grants.Where(grant => grant.CoversAt(Now)).Select(grant => Say["Ops.grantUntil", grant.Plan, grant.Until is { } until ? Day(until) : "∞"]));
        return string.Join(", ", parts);
    }

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public override async Task LoadAsync(CancellationToken ct)
    {
        Rows = await all.SubscriptionsAsync(ct);
        Troubled = await all.TroubledOperationsAsync(Shown, ct);
        Warnings = await all.WarningsAsync(Shown, ct);
    }

    public Task<IActionResult> OnPostGrantAsync(Guid shop, Plan plan, int days, CancellationToken ct) =>
        ActAsync(shop, new GrantPlan(plan, days, GrantSource.Operator), ct);

    public Task<IActionResult> OnPostEndGrantAsync(Guid shop, Guid grant, CancellationToken ct) => ActAsync(shop, new EndGrant(grant), ct);

    public Task<IActionResult> OnPostReconcileAsync(Guid shop, CancellationToken ct) => ActAsync(shop, new ReconcileBilling(), ct);

    private async Task<IActionResult> ActAsync(Guid shop, Application.Common.ICommand<Result> command, CancellationToken ct)
    {
        if ((await all.SubscriptionsAsync(ct)).All(row => row.Id.Value != shop))
        {
            return NotFound();
        }

        try
        {
            var result = await shops.SendAsync(new TenantId(shop), command, ct);
            if (result.Error is { } refused)
            {
                return await RefuseAsync(refused, null, ct);
            }
        }
        catch (BillingException e)
        {
            return await RefuseAsync(BillingErrors.Of(e), null, ct);
        }

        Notice = Say["Ops.done"];
        return RedirectToPage();
    }
}
