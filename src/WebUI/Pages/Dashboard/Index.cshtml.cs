using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Subscriptions;
using WaSaas.Application.Tenants;
using WaSaas.Domain.WhatsApp;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.Pages.Billing;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Pages.Dashboard;

/// <summary>The vendor's day in one look: what needs her, what was sold, what is left of the plan.</summary>
[Access(Access.Tenant)]
public sealed class IndexModel(IMediator mediator, Frame frame, TimeProvider clock) : AppPage
{
    public ShopFrame Shop { get; private set; } = null!;

    public Application.Tenants.Dashboard Day { get; private set; } = null!;

    public SubscriptionView Subscription { get; private set; } = null!;

    public PlanWords Words { get; private set; } = null!;

    public SalesChart Chart { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool IsConnected => Shop.Session == SessionState.Connected;

    public int ToDo => Day.Waiting + Day.ToCheck.Count + Day.Low.Count;

    public string TimeSaved => Day.TimeSaved is { TotalHours: >= 1 } saved
        ? Say["Dashboard.hours", (int)saved.TotalHours, saved.Minutes.ToString("00", CultureInfo.InvariantCulture)]
        : Say["Dashboard.minutes", Day.TimeSaved.Minutes];

    /// <summary>One tap and the assistant is silent, or back; any member may do it.</summary>
    public async Task<IActionResult> OnPostAssistantAsync(bool active, CancellationToken ct)
    {
        await mediator.Send(new SwitchAssistant(active), ct);
        return RedirectToPage();
    }

    public string Lasts(LowStock low) => low switch
    {
        { Left: 0 } => Say["Dashboard.gone"],
        { DaysLeft: 0 } => Say["Dashboard.lastsToday", low.Left],
        { DaysLeft: 1 } => Say["Dashboard.lastsDay", low.Left],
        _ => Say["Dashboard.lastsDays", low.Left, low.DaysLeft],
    };

    /// <summary>What happened, as a sentence; without anything, what comes next.</summary>
    public string Heading => (Day.Customers.Today, Day.Orders.Today) switch
    {
        (0, 0) => Say["Dashboard.quiet"],
        var (customers, orders) => Say["Dashboard.heading", Counted("customers", customers), Counted("orders", orders)],
    };

    private string Counted(string what, int count) => count < 2 ? Say[$"Dashboard.{what}{count}"] : Say[$"Dashboard.{what}Many", NumberText.Of(count)];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Shop = (await frame.ShopAsync(ct))!;
        Day = await mediator.Send(new GetDashboard(), ct);
        Subscription = await mediator.Send(new GetSubscription(), ct);
        Words = new PlanWords(Say, Shop, Now);
        Chart = new SalesChart(Day.Days);
    }

    public string Compared(int today, int lastWeek) => (today - lastWeek) switch
    {
        > 0 => Say["Dashboard.more", today - lastWeek],
        < 0 => Say["Dashboard.fewer", lastWeek - today],
        _ => Say["Dashboard.same"],
    };

    public string Why(HandOffRow row) => row.Reason is { } reason
        ? Say["Dashboard.handedOver", Say.Find("HandOff." + reason) ?? Say["HandOff.customer_wants_person"]]
        : Say["Dashboard.waits"];

    public string WeekCompared => Day.Sales.WeekBefore == 0
        ? Say["Dashboard.firstWeek"]
        : Say["Dashboard.weekPercent", (Day.Sales.ThisWeek - Day.Sales.WeekBefore) * 100 / Day.Sales.WeekBefore];
}
