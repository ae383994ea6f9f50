using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Domain.Conversations;

namespace WaSaas.Infrastructure.Jobs;

/// <summary>Sends what stands in the outbox of numbers that are connected.</summary>
internal sealed class OutboxWorker(IServiceScopeFactory scopes, IAcrossTenants all, WorkSignals signals, TimeProvider clock, ILogger<OutboxWorker> log)
    : ConversationWorker(scopes, all, signals.Outbox, clock, log)
{
    protected override Task<IReadOnlyList<DueConversation>> FindAsync(IAcrossTenants all, int limit, CancellationToken ct) =>
        all.NextOutboxAsync(limit, ct);

    protected override Task WorkAsync(IServiceProvider scope, ConversationId conversation, CancellationToken ct) =>
        scope.GetRequiredService<Deliver>().ForAsync(conversation, ct);
}
