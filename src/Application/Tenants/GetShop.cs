using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Tenants;

/// <summary>What every page's frame shows of the shop in scope.</summary>
public sealed record GetShop : IQuery<ShopFrame>;

public sealed record ShopFrame(
    TenantId Id,
    string Slug,
    string Name,
    string Language,
    string TimeZone,
    Currency Currency,
    bool AssistantPaused,
    Plan Plan,
    int TrialDaysLeft,
    Entitlements Entitlements,
    int TurnsUsed,
    SessionState Session,
    int NeedsYou,
    DateTimeOffset? GraceEndsAt = null,
    int UsedPercent = 0,
    string? StoppedNumber = null)
{
    /// <summary>Those who run the installation have stopped the assistants of all shops.</summary>
    public bool AllStopped { get; init; }

    /// <summary>Members that the plan has no room for.</summary>
    public int StoppedPeople { get; init; }

    /// <summary>Unpaid or paused: the subscription gives nothing until somebody acts.</summary>
    public SubscriptionStatus? Halted { get; init; }

    /// <summary>Of the month's voice minutes; <see cref="UsedPercent"/> is whatever ends first.</summary>
    public int VoicePercent { get; init; }

    /// <summary>Of the month's answers.</summary>
    public int TurnsPercent { get; init; }
}

internal sealed class GetShopHandler(IAppDbContext db, PlanTerms terms, TimeProvider clock) : IQueryHandler<GetShop, ShopFrame>
{
    public async Task<ShopFrame> Handle(GetShop query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var shop = await db.Tenants.AsNoTracking().SingleAsync(cancellationToken);
        var subscription = await db.Subscriptions.AsNoTracking().SingleAsync(cancellationToken);
        var period = UsageMeter.PeriodOf(now);
        var meter = await db.UsageMeters.AsNoTracking().SingleOrDefaultAsync(u => u.Period == period, cancellationToken);
        var limits = subscription.EntitlementsAt(now, terms);
        var session = await db.Sessions.OrderBy(s => s.Position).Select(s => s.State).FirstOrDefaultAsync(cancellationToken);
        var waiting = await db.Conversations.Where(c => c.Channel != Channel.Simulator).CountAsync(WaitingCustomers.ForPerson, cancellationToken);
        var isStopped = await db.InstallationStates.AnyAsync(i => i.AssistantsStoppedAt != null, cancellationToken);
        return new ShopFrame(
            shop.Id,
            shop.Slug,
            shop.Name,
            shop.Language,
            shop.TimeZone,
            shop.Currency,
            shop.Assistant.Paused,
            subscription.PlanAt(now),
            subscription.TrialDaysLeftAt(now),
            limits,
            meter?.AssistantTurns ?? 0,
            session,
            waiting,
            now < subscription.GraceEndsAt ? subscription.GraceEndsAt : null,
            meter?.PercentOf(limits) ?? 0,
            await db.Sessions.Where(s => s.State == SessionState.Failed && s.LastError!.Code == WhatsAppSession.PlanLimit).Select(s => s.Number).FirstOrDefaultAsync(cancellationToken))
        {
            AllStopped = isStopped,
            StoppedPeople = await db.Memberships.CountAsync(m => m.StoppedAt != null, cancellationToken),
            Halted = subscription.HaltedAt(now),
            VoicePercent = meter?.PercentOf(UsageKind.Voice, limits) ?? 0,
            TurnsPercent = meter?.PercentOf(UsageKind.Turns, limits) ?? 0,
        };
    }
}
