using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>The assistant answers this customer again.</summary>
public sealed record GiveBack(ConversationId Id) : ICommand<Result>;

internal sealed class GiveBackHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<GiveBack, Result>
{
    public async Task<Result> Handle(GiveBack command, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == command.Id, cancellationToken);
        if (conversation is null)
        {
            return Error.NotFound;
        }

        conversation.GiveBack(clock.GetUtcNow());
        return Result.Ok;
    }
}
