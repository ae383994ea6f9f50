using WaSaas.Application.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

/// <summary>For operators: the linked numbers of all shops, those in trouble first. Nothing of the shops' customers.</summary>
public sealed record ListAllSessions : IQuery<IReadOnlyList<SessionOverview>>;

/// <param name="Shop">Its name.</param>
/// <param name="Slug">Its short name.</param>
/// <param name="Session">The number's id; the number itself is the vendor's.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="LastSignAt">When something last came in: the last evidence that it hears.</param>
/// <param name="ErrorCode">Why it is where it is.</param>
/// <param name="Repair">How far the program went to mend it since it was well.</param>
/// <param name="Epoch">How many owners it has had.</param>
public sealed record SessionOverview(
    string Shop, string Slug, SessionId Session, SessionState State, DateTimeOffset Since, DateTimeOffset? LastSignAt, string? ErrorCode, Repair Repair, long Epoch);

internal sealed class ListAllSessionsHandler(IAcrossTenants all) : IQueryHandler<ListAllSessions, IReadOnlyList<SessionOverview>>
{
    private const int Most = 500;

    public async Task<IReadOnlyList<SessionOverview>> Handle(ListAllSessions query, CancellationToken cancellationToken) =>
        [.. (await all.SessionsOfAllShopsAsync(Most, cancellationToken)).OrderBy(s => Rank(s.State)).ThenBy(s => s.Shop, StringComparer.Ordinal)];

    private static int Rank(SessionState state) => state switch
    {
        SessionState.Restricted or SessionState.Failed or SessionState.Replaced => 0,
        SessionState.LoggedOut or SessionState.Reconnecting => 1,
        SessionState.Connecting or SessionState.AwaitingScan or SessionState.Linked => 2,
        SessionState.Connected => 3,
        _ => 4,
    };
}
