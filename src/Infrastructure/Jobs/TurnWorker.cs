using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Domain.Conversations;

namespace WaSaas.Infrastructure.Jobs;

/// <summary>Runs the answers that are due.</summary>
internal sealed class TurnWorker(IServiceScopeFactory scopes, IAcrossTenants all, WorkSignals signals, TimeProvider clock, ILogger<TurnWorker> log)
    : ConversationWorker(scopes, all, signals.Turns, clock, log)
{
    protected override Task<IReadOnlyList<DueConversation>> FindAsync(IAcrossTenants all, int limit, CancellationToken ct) =>
        all.NextTurnsAsync(limit, ct);

    protected override Task WorkAsync(IServiceProvider scope, ConversationId conversation, CancellationToken ct) =>
        scope.GetRequiredService<RunTurn>().ForAsync(conversation, ct);
}
