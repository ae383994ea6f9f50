using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants;

/// <summary>A key to the shop's API. The secret is in the answer and nowhere else.</summary>
public sealed record CreateApiKey(string Name) : ICommand<Result<NewApiKey>>, IOwnersOnly;

/// <param name="Id">To revoke it.</param>
/// <param name="Secret">Shown once.</param>
public sealed record NewApiKey(ApiKeyId Id, string Secret)
{
    /// <summary>Without the secret: records print themselves into logs.</summary>
    public override string ToString() => $"{nameof(NewApiKey)} {Id.Value}";
}

internal sealed class CreateApiKeyHandler(IAppDbContext db, ITenantScope tenant, PlanTerms terms, TimeProvider clock)
    : ICommandHandler<CreateApiKey, Result<NewApiKey>>
{
    public async Task<Result<NewApiKey>> Handle(CreateApiKey command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!(await db.Subscriptions.SingleAsync(cancellationToken)).EntitlementsAt(now, terms).Api)
        {
            return TenantErrors.ApiNotInPlan;
        }

        if (command.Name.Trim().Length is 0 or > ApiKeyNames.MaxLength)
        {
            return ApiKeyNames.Length;
        }

        var (key, secret) = ApiKey.Create(tenant.Id, command.Name, now);
        db.ApiKeys.Add(key);
        return new NewApiKey(key.Id, secret);
    }
}

public static class ApiKeyNames
{
    public const int MaxLength = 60;

    public static readonly Error Length = new("api_key_name_length", $"A key's name has 1 to {MaxLength} characters.", MaxLength);
}
