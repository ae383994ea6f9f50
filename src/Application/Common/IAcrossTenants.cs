using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Common;

/// <summary>The few questions that no single shop can answer; whoever asks then opens a scope per shop.</summary>
public interface IAcrossTenants
{
    /// <summary>
    /// Conversations that owe an answer, or whose time of silence ends, now or later, the most overdue first; none while the
    /// installation's assistants are stopped.
    /// </summary>
    Task<IReadOnlyList<DueConversation>> NextTurnsAsync(int limit, CancellationToken ct);

    /// <summary>Conversations of connected numbers with something in the outbox that may be looked at now or later, the most overdue first.</summary>
    Task<IReadOnlyList<DueConversation>> NextOutboxAsync(int limit, CancellationToken ct);

    /// <summary>Conversations of connected numbers with a file to fetch or to listen to, now or later, the most overdue first.</summary>
    Task<IReadOnlyList<DueConversation>> NextMediaAsync(int limit, CancellationToken ct);

    /// <summary>Shops that are to be told by mail that a customer wants a person.</summary>
    Task<IReadOnlyList<TenantId>> ShopsToAlertAsync(DateTimeOffset now, CancellationToken ct);

    /// <summary>
    /// At start only, by the one host that owns the data: what the former process held is due now, unless it may have left
    /// for the network already.
    /// </summary>
    Task ReleaseLeasesAsync(DateTimeOffset now, CancellationToken ct);

    /// <summary>Linked numbers that a starting host connects again.</summary>
    Task<IReadOnlyList<DueSession>> SessionsToResumeAsync(CancellationToken ct);

    /// <summary>Linked numbers that do not come back, that say connected without evidence, or that were mended and may be well.</summary>
    Task<IReadOnlyList<DueSession>> SessionsToMendAsync(DateTimeOffset now, CancellationToken ct);

    /// <summary>For operators.</summary>
    Task<IReadOnlyList<SessionOverview>> SessionsOfAllShopsAsync(int limit, CancellationToken ct);

    Task<TenantId?> TenantOfApiKeyAsync(string hash, CancellationToken ct);

    Task<IReadOnlyList<ShopRow>> ShopsAsync(CancellationToken ct);

    /// <summary>By id or slug.</summary>
    Task<ShopRow?> FindShopAsync(string idOrSlug, CancellationToken ct);

    /// <summary>By the hash of the link's secret; null when there is no such link, or it is over.</summary>
    Task<InvitationRow?> FindInvitationAsync(string hash, DateTimeOffset now, CancellationToken ct);

    /// <summary>By the shop's name, also those that the shop's plan has no room for.</summary>
    Task<IReadOnlyList<MembershipRow>> MembershipsOfAsync(UserId user, CancellationToken ct);
}

public sealed record DueConversation(TenantId TenantId, ConversationId ConversationId, DateTimeOffset DueAt);

public sealed record DueSession(TenantId TenantId, SessionId SessionId);

public sealed record ShopRow(TenantId Id, string Slug, string Name);

/// <param name="IsStopped">The shop's plan has no room for this person.</param>
public sealed record MembershipRow(TenantId TenantId, string ShopName, Role Role, bool IsStopped = false);

public sealed record InvitationRow(TenantId TenantId, InvitationId Id, string ShopName, string Email);
