using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;

namespace WaSaas.Application.Tenants;

/// <summary>What holds for all shops at present.</summary>
public sealed record GetInstallation : IQuery<InstallationView>;

/// <param name="AssistantsStoppedAt">Since when the assistants of all shops are stopped; null = they answer.</param>
public sealed record InstallationView(DateTimeOffset? AssistantsStoppedAt);

internal sealed class GetInstallationHandler(IAppDbContext db) : IQueryHandler<GetInstallation, InstallationView>
{
    public async Task<InstallationView> Handle(GetInstallation query, CancellationToken cancellationToken) =>
        new((await db.InstallationStates.AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.AssistantsStoppedAt);
}
