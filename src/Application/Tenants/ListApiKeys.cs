using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants;

/// <summary>Keys in use, newest first.</summary>
public sealed record ListApiKeys : IQuery<IReadOnlyList<ApiKeyRow>>;

public sealed record ApiKeyRow(ApiKeyId Id, string Name, string Ending, DateTimeOffset CreatedAt);

internal sealed class ListApiKeysHandler(IAppDbContext db) : IQueryHandler<ListApiKeys, IReadOnlyList<ApiKeyRow>>
{
    public async Task<IReadOnlyList<ApiKeyRow>> Handle(ListApiKeys query, CancellationToken cancellationToken) => await db.ApiKeys
        .Where(k => k.RevokedAt == null)
        .OrderByDescending(k => k.CreatedAt)
        .Select(k => new ApiKeyRow(k.Id, k.Name, k.Ending, k.CreatedAt))
        .ToListAsync(cancellationToken);
}
