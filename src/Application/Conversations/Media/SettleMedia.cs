using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations.Media;

/// <summary>Stores what came of fetching a file and listening to it; what was listened to counts in the shop's month. Again changes nothing.</summary>
public sealed record SettleMedia(MessageId Id, MediaOutcome Outcome) : ICommand<Result>;

internal sealed class SettleMediaHandler(IAppDbContext db, Usage usage, TimeProvider clock) : ICommandHandler<SettleMedia, Result>
{
    public async Task<Result> Handle(SettleMedia command, CancellationToken cancellationToken)
    {
        var message = await db.Messages.SingleOrDefaultAsync(m => m.Id == command.Id, cancellationToken);
        if (message?.MediaDueAt is null)
        {
            return Error.NotFound;
        }

        var conversation = await db.Conversations.SingleAsync(c => c.Id == message.ConversationId, cancellationToken);
        var now = clock.GetUtcNow();
        var outcome = command.Outcome;
        var counts = outcome is { Text: not null, Seconds: not null } && conversation.Channel != Channel.Simulator;
        if (counts && !await usage.HasVoiceLeftAsync(now, cancellationToken))
        {
            // Others used the last of the month while this one was listened to.
            (outcome, counts) = (outcome with { Text = null, Confidence = null, Failure = VoiceHearing.UsedUp }, false);
        }

        conversation.Settle(message, outcome, now);
        if (counts)
        {
            message.Count(outcome.Seconds!.Value, now);
            await usage.CountVoiceAsync(outcome.Seconds.Value, now, cancellationToken);
        }

        return Result.Ok;
    }
}
