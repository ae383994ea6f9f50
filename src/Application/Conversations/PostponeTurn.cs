using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>Planning failed: try again later, longer each time.</summary>
public sealed record PostponeTurn(ConversationId Id, Turn Turn) : ICommand<Result>;

internal sealed class PostponeTurnHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<PostponeTurn, Result>
{
    public async Task<Result> Handle(PostponeTurn command, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.SingleAsync(c => c.Id == command.Id, cancellationToken);
        conversation.RetryTurnAt(command.Turn, conversation.ClockAt(clock.GetUtcNow()) + TimeSpan.FromSeconds(Math.Pow(2, command.Turn.Attempt)));
        return Result.Ok;
    }
}
