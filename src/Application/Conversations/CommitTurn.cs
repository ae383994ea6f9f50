using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Conversations;

/// <summary>Stores the effects of a planned turn and its replies together, when the answer is still owed as it was planned.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="Turn">As it was claimed.</param>
/// <param name="Answer">What was planned.</param>
/// <param name="At">The clock that it was planned by; null = now.</param>
/// <returns>
/// <see cref="ConversationErrors.TurnOvertaken"/> when something newer came in between: the plan is dropped.
/// <see cref="Error.EditedElsewhere"/> when what it rests on has moved, <see cref="SubscriptionErrors.TurnsUsedUp"/> or
/// <see cref="SubscriptionErrors.VoiceUsedUp"/> when the month has: it is to be planned anew. Nothing was changed then.
/// </returns>
public sealed record CommitTurn(ConversationId Id, Turn Turn, AssistantAnswer Answer, DateTimeOffset? At = null) : ICommand<Result>, IResumable;

internal sealed class CommitTurnHandler(IAppDbContext db, ITenantScope tenant, Usage usage, AssistantStops stops, TurnManners manners, TimeProvider clock)
    : ICommandHandler<CommitTurn, Result>
{
    public async Task<Result> Handle(CommitTurn command, CancellationToken cancellationToken)
    {
        var (turn, answer, now) = (command.Turn, command.Answer, command.At ?? clock.GetUtcNow());
        var conversation = await db.Conversations.SingleAsync(c => c.Id == command.Id, cancellationToken);
        if (!conversation.StillOwes(turn) || await stops.SilenceAsync(conversation, cancellationToken))
        {
            return ConversationErrors.TurnOvertaken;
        }

        if (conversation.Channel != Channel.Simulator && await UsedUpAsync(answer, now, cancellationToken) is { } usedUp)
        {
            return usedUp;
        }

        if (!await answer.Effects.StoreAsync(db, cancellationToken))
        {
            return Error.EditedElsewhere;
        }

        foreach (var (reply, ordinal) in answer.Replies.Select((reply, index) => (reply, index)))
        {
            db.Messages.Add(conversation.Reply(turn, ordinal, OutgoingIds.New(), ContentOf(reply, now), reply.Recap, now));
        }

        db.TurnRecords.Add(RecordOf(command, conversation.Channel == Channel.Simulator, now));
        conversation.FinishTurn(turn, introduced: answer.Replies.Count > 0);
        if (answer.HandOffReason is { } reason)
        {
            conversation.HandOff(reason, now, answer.Silence ?? await manners.SilenceAsync(cancellationToken));
        }

        (await db.Contacts.SingleAsync(c => c.Id == conversation.ContactId, cancellationToken)).Speaks(answer.Language);
        if (conversation.Channel != Channel.Simulator && answer.Replies.Any(reply => reply.Kind is ReplyKind.Text or ReplyKind.Voice))
        {
            await usage.CountTurnAsync(now, cancellationToken);
            await manners.CountAsync(now, cancellationToken);
            foreach (var seconds in answer.Replies.Where(reply => reply.Kind == ReplyKind.Voice).Select(reply => reply.Media?.Seconds ?? 0))
            {
                await usage.CountVoiceAsync(seconds, now, cancellationToken);
            }
        }

        return Result.Ok;
    }

    /// <summary>Others may have used the last of the month while this was planned: it is planned again without.</summary>
    private async Task<Error?> UsedUpAsync(AssistantAnswer answer, DateTimeOffset now, CancellationToken ct)
    {
        if (AssistantBrains.IsModel(answer.Brain) && !await usage.HasTurnsLeftAsync(now, ct))
        {
            return SubscriptionErrors.TurnsUsedUp;
        }

        return answer.Replies.Any(reply => reply.Kind == ReplyKind.Voice) && !await usage.HasVoiceLeftAsync(now, ct) ? SubscriptionErrors.VoiceUsedUp : null;
    }

    private TurnRecord RecordOf(CommitTurn command, bool withTrace, DateTimeOffset at)
    {
        var answer = command.Answer;
        return new TurnRecord(tenant.Id, command.Turn.Id, command.Id, at, new TurnCost(
            answer.Brain,
            answer.Guard.Verdict,
            answer.Guard.Violations,
            answer.Tokens.Input,
            answer.Tokens.CachedInput,
            answer.Tokens.Output,
            answer.Tokens.CostMicros,
            answer.Times.Total,
            answer.Times.Model,
            withTrace ? TurnTrace.Write(answer.Trace) : null));
    }

    private static MessageContent ContentOf(AssistantReply reply, DateTimeOffset at) => reply switch
    {
        { Kind: ReplyKind.Image, File: { } file, Sku: { } sku } => MessageContent.OfPhoto(file, sku, reply.Text),
        { Kind: ReplyKind.Voice } => MessageContent.OfVoice(reply.Text, reply.Media?.Counted(reply.Media.Seconds ?? 0, at), reply.File),
        _ => MessageContent.OfText(reply.Text),
    };
}
