using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>A simulated conversation by the id that its caller chose; null when there is none.</summary>
public sealed record GetSimulation(string Conversation) : IQuery<Simulation?>;

/// <param name="Id">The conversation.</param>
/// <param name="Clock">What time it is there by now.</param>
/// <param name="LastAt">When the last message was; the clock does not go back behind it.</param>
/// <param name="LastSequence">Of the last message.</param>
public sealed record Simulation(ConversationId Id, DateTimeOffset Clock, DateTimeOffset LastAt, long LastSequence);

internal sealed class GetSimulationHandler(IAppDbContext db, TimeProvider clock) : IQueryHandler<GetSimulation, Simulation?>
{
    public async Task<Simulation?> Handle(GetSimulation query, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.AsNoTracking().Simulated(db, query.Conversation).SingleOrDefaultAsync(cancellationToken);
        return conversation is null
            ? null
            : new Simulation(conversation.Id, conversation.SimulatedTime(clock.GetUtcNow()), conversation.LastActivityAt, conversation.LastSequence);
    }
}

internal static class Simulations
{
    public static IQueryable<Conversation> Simulated(this IQueryable<Conversation> conversations, IAppDbContext db, string conversation) =>
        conversations.Where(c => c.Channel == Channel.Simulator
            && db.ContactAddresses.Any(a => a.ContactId == c.ContactId && a.Kind == AddressKind.Simulator && a.Value == conversation));
}
