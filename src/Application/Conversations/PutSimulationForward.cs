using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Conversations;

/// <summary>Lets time pass in a simulation: agreements expire, cut-off times come, a person's silence ends.</summary>
public sealed record PutSimulationForward(string Conversation, TimeSpan By) : ICommand<Result>;

internal sealed class PutSimulationForwardHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<PutSimulationForward, Result>
{
    public async Task<Result> Handle(PutSimulationForward command, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.Simulated(db, command.Conversation).SingleOrDefaultAsync(cancellationToken);
        if (conversation is null)
        {
            return Error.NotFound;
        }

        conversation.PutForward(command.By, clock.GetUtcNow());
        return Result.Ok;
    }
}
