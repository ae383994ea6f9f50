using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Orders;

namespace WaSaas.Application.Orders;

/// <summary>Stores the summary of the cart as the customer is going to see it.</summary>
public sealed record PrepareRecap(ConversationId ConversationId, PaymentMethod Method) : ICommand<Result<RecapId>>;

/// <summary>The message with the summary has left. Again changes nothing.</summary>
/// <param name="Id">The summary.</param>
/// <param name="Sequence">The message's place in the conversation.</param>
public sealed record MarkRecapSent(RecapId Id, long Sequence) : ICommand<Result>;

internal sealed class PrepareRecapHandler(IAppDbContext db, TimeProvider clock)
    : ICommandHandler<PrepareRecap, Result<RecapId>>, ICommandHandler<MarkRecapSent, Result>
{
    public async Task<Result<RecapId>> Handle(PrepareRecap command, CancellationToken cancellationToken)
    {
        var contents = await CartContents.OfAsync(db, command.ConversationId, cancellationToken);
        if (contents is null)
        {
            return RecapErrors.Incomplete([CartGap.Items]);
        }

        var recap = contents.Recap(await db.RecapTermsAsync(command.Method, cancellationToken), clock.GetUtcNow());
        if (recap.Error is { } error)
        {
            return error;
        }

        db.Recaps.Add(recap.Value!);
        return recap.Value!.Id;
    }

    public async Task<Result> Handle(MarkRecapSent command, CancellationToken cancellationToken)
    {
        var recap = await db.Recaps.SingleOrDefaultAsync(r => r.Id == command.Id, cancellationToken);
        if (recap is null)
        {
            return Error.NotFound;
        }

        recap.WentOut(command.Sequence, clock.GetUtcNow());
        return Result.Ok;
    }
}
