using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>A person of the shop looked at the thread.</summary>
public sealed record MarkSeen(ConversationId Id) : ICommand<Result>;

internal sealed class MarkSeenHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<MarkSeen, Result>
{
    public async Task<Result> Handle(MarkSeen command, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == command.Id, cancellationToken);
        conversation?.Seen(clock.GetUtcNow());
        return conversation is null ? Error.NotFound : Result.Ok;
    }
}
