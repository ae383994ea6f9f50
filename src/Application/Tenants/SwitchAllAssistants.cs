using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants;

/// <summary>The emergency stop of the whole installation: no assistant of any shop answers a customer until it is lifted.</summary>
public sealed record SwitchAllAssistants(bool Active) : ICommand<Result>;

internal sealed class SwitchAllAssistantsHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<SwitchAllAssistants, Result>
{
    public async Task<Result> Handle(SwitchAllAssistants command, CancellationToken cancellationToken)
    {
        var state = await db.InstallationStates.SingleOrDefaultAsync(cancellationToken);
        if (state is null)
        {
            state = InstallationState.Create();
            db.InstallationStates.Add(state);
        }

        if (command.Active)
        {
            state.StartAssistants();
        }
        else
        {
            state.StopAssistants(clock.GetUtcNow());
        }

        return Result.Ok;
    }
}
