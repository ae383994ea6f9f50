using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants;

/// <summary>The key opens nothing from now on. Idempotent.</summary>
public sealed record RevokeApiKey(ApiKeyId Id) : ICommand<Result>, IOwnersOnly;

internal sealed class RevokeApiKeyHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<RevokeApiKey, Result>
{
    public async Task<Result> Handle(RevokeApiKey command, CancellationToken cancellationToken)
    {
        var key = await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == command.Id, cancellationToken);
        if (key is null)
        {
            return Error.NotFound;
        }

        key.Revoke(clock.GetUtcNow());
        return Result.Ok;
    }
}
