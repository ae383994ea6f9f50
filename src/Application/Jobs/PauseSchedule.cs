using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Jobs;

/// <summary>An operator stops a recurring job, or lets it go on. What has begun is finished. Idempotent.</summary>
public sealed record PauseSchedule(string Name, bool Paused) : ICommand<Result>;

internal sealed class PauseScheduleHandler(ScheduleStates states, TimeProvider clock) : ICommandHandler<PauseSchedule, Result>
{
    public async Task<Result> Handle(PauseSchedule command, CancellationToken cancellationToken)
    {
        if (Schedules.Find(command.Name) is null)
        {
            return Error.NotFound;
        }

        var state = await states.GetAsync(command.Name, cancellationToken);
        if (command.Paused)
        {
            state.Pause(clock.GetUtcNow());
        }
        else
        {
            state.Resume();
        }

        return Result.Ok;
    }
}
