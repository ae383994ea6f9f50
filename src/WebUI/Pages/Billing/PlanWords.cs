using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Application.Tenants;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.WebUI.Localisation;
using WaSaas.WebUI.TagHelpers;

namespace WaSaas.WebUI.Pages.Billing;

/// <summary>Plans and their states in words, for one shop and moment.</summary>
public sealed class PlanWords(Says say, ShopFrame shop, DateTimeOffset now)
{
    public string Day(DateTimeOffset at) => Moments.Day(at, now, shop.TimeZone);

    public string Price(Money amount, BillingInterval interval) => say[$"Plan.per{interval}", MoneyText.Of(amount, Languages.Current)];

    /// <summary>What holds now and what comes next, in one sentence.</summary>
    public string State(SubscriptionView s) => s switch
    {
        { Status: SubscriptionStatus.PastDue, GraceEndsAt: { } grace } when now < grace => say["Plan.statePastDue", Day(grace)],
        { Status: SubscriptionStatus.PastDue or SubscriptionStatus.Unpaid, IsRecurring: true } => say["Plan.stateUnpaid"],
        { Status: SubscriptionStatus.Paused, IsRecurring: true } => say["Plan.statePaused"],
        { IsRecurring: true, CancelAtPeriodEnd: true, PeriodEnd: { } end } => say["Plan.stateEnding", s.PaidPlan, Day(end)],
        { IsRecurring: true, NextPlan: { } next, PeriodEnd: { } end } => say["Plan.stateNext", next, Day(end)],
        { IsRecurring: true, TrialDaysLeft: > 0, PeriodEnd: { } end } => say["Plan.stateTrialPaid", Day(end)],
        { IsRecurring: true, PeriodEnd: { } end } => say["Plan.stateRenews", Day(end)],
        { TrialDaysLeft: > 0 } => say["Account.trial", s.TrialDaysLeft],
        { GrantEndsAt: { } until } => say["Plan.stateGranted", Day(until)],
        { Plan: Plan.Starter } => say["Plan.stateStarter"],
        _ => say["Plan.stateGiven"],
    };

    public IReadOnlyList<string> Gives(Entitlements e)
    {
        List<string> lines =
        [
            say["Plan.givesTurns", NumberText.Of(e.AssistantTurns)],
            say["Plan.givesVoice", NumberText.Of(e.VoiceMinutes)],
            say["Plan.givesProducts", NumberText.Of(e.Products)],
            say["Plan.givesNumbers", e.Numbers, e.People],
            say[e.AllStyles ? "Plan.givesStyles" : "Plan.givesOneStyle"],
        ];
        return [.. lines, .. e.VoiceReplies ? [say["Plan.givesVoiceReplies"]] : Array.Empty<string>(), .. e.Api ? [say["Plan.givesApi"]] : Array.Empty<string>()];
    }

    public IReadOnlyList<UsageLine> Usage(SubscriptionView s)
    {
        var (used, limits) = (s.Used, s.Limits);
        return
        [
            new("turns", say["Plan.turns"], used.Turns, limits.AssistantTurns, say["Plan.turnsFull"]),
            new("voice", say["Plan.voice"], used.VoiceMinutes, limits.VoiceMinutes, say["Plan.voiceFull"]),
            new("products", say["Plan.products"], used.Products, limits.Products, say["Plan.productsFull"]),
            new("numbers", say["Plan.numbers"], used.Numbers, limits.Numbers, null),
            new("people", say["Plan.people"], used.People, limits.People, null),
        ];
    }

    public static PillKind Kind(InvoiceState state) => state switch
    {
        InvoiceState.Paid => PillKind.Ok,
        InvoiceState.Open => PillKind.Warn,
        InvoiceState.Uncollectible => PillKind.Bad,
        _ => PillKind.Neutral,
    };
}

/// <param name="Id">Unique on the page.</param>
/// <param name="Full">What happens at the end; null = nothing more than that there is no place.</param>
public sealed record UsageLine(string Id, string Label, int Used, int Limit, string? Full)
{
    public int Percent => UsageMeter.PercentOf(Used, Limit);

    /// <summary>Places may be full without anything being the matter.</summary>
    public string Kind => Full is null ? "" : Percent >= 100 ? "bad" : Percent >= 80 ? "warn" : "";
}
