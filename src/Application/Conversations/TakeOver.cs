using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>A person of the shop answers this customer from now on; the assistant is silent at once.</summary>
public sealed record TakeOver(ConversationId Id) : ICommand<Result>;

internal sealed class TakeOverHandler(IAppDbContext db, TurnManners manners, TimeProvider clock) : ICommandHandler<TakeOver, Result>
{
    public async Task<Result> Handle(TakeOver command, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == command.Id, cancellationToken);
        return conversation?.TakeOver(clock.GetUtcNow(), await manners.SilenceAsync(cancellationToken)) ?? Error.NotFound;
    }
}
