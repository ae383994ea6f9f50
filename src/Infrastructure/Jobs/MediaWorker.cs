using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations.Media;
using WaSaas.Domain.Conversations;

namespace WaSaas.Infrastructure.Jobs;

/// <summary>Fetches and listens while the rest of a burst is waited for, and for conversations that a person answers.</summary>
internal sealed class MediaWorker(IServiceScopeFactory scopes, IAcrossTenants all, WorkSignals signals, TimeProvider clock, ILogger<MediaWorker> log)
    : ConversationWorker(scopes, all, signals.Media, clock, log)
{
    protected override Task<IReadOnlyList<DueConversation>> FindAsync(IAcrossTenants all, int limit, CancellationToken ct) =>
        all.NextMediaAsync(limit, ct);

    protected override Task WorkAsync(IServiceProvider scope, ConversationId conversation, CancellationToken ct) =>
        scope.GetRequiredService<MediaIntake>().ForAsync(conversation, ct);
}
