using WaSaas.Application.Common;

namespace WaSaas.Application.Accounts;

/// <summary>The signed-in person and her shops, by name; null for machines.</summary>
public sealed record GetMe : IQuery<Me?>;

public sealed record Me(Person Person, IReadOnlyList<MembershipRow> Shops);

internal sealed class GetMeHandler(ICurrentUser user, IAccounts accounts, IAcrossTenants all) : IQueryHandler<GetMe, Me?>
{
    public async Task<Me?> Handle(GetMe query, CancellationToken cancellationToken) =>
        user.Id is { } id && await accounts.FindAsync(id, cancellationToken) is { } person
            ? new Me(person, await all.MembershipsOfAsync(id, cancellationToken))
            : null;
}
