using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>What the channel answered to a try.</summary>
public sealed record RecordSending(MessageId Id, SendOutcome Outcome) : ICommand<Result>, IResumable;

internal sealed class RecordSendingHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<RecordSending, Result>
{
    private static readonly TimeSpan ConnectionWait = TimeSpan.FromSeconds(3);

    public async Task<Result> Handle(RecordSending command, CancellationToken cancellationToken)
    {
        var message = await db.Messages.SingleAsync(m => m.Id == command.Id, cancellationToken);
        var conversation = await db.Conversations.SingleAsync(c => c.Id == message.ConversationId, cancellationToken);
        var now = conversation.ClockAt(clock.GetUtcNow());
        var code = command.Outcome.Code ?? "error";
        switch (command.Outcome.Result)
        {
            case SendResult.HandedOver:
                message.HandedOver(now);
                break;
            case SendResult.Delivered:
                conversation.Record(message, MessageStatus.Delivered, null);
                break;
            case SendResult.NotConnected:
                message.WaitForConnection(now + ConnectionWait);
                break;
            case SendResult.Failed:
                message.TryAgain(now + TimeSpan.FromSeconds(Math.Pow(2, message.Attempts)), code);
                break;
            default:
                conversation.Record(message, MessageStatus.Failed, code);
                break;
        }

        if (command.Outcome.Result is SendResult.HandedOver or SendResult.Delivered && message.RecapId is { } shown)
        {
            (await db.Recaps.SingleOrDefaultAsync(r => r.Id == shown, cancellationToken))?.WentOut(message.Sequence, now);
        }

        return Result.Ok;
    }
}
