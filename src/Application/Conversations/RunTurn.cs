using MediatR;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Assistant;
using WaSaas.Application.Conversations.Media;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Subscriptions;

namespace WaSaas.Application.Conversations;

/// <summary>
/// One answer: listen, claim, plan, commit. Planning reads only and may be slow; what it decided is stored in one short
/// transaction, or dropped when a newer message came in. The same for every channel.
/// </summary>
public sealed partial class RunTurn(IMediator mediator, MediaIntake intake, VoiceReplies voice, IAssistant assistant, IEnumerable<IMessagingChannel> channels, TimeProvider clock, ILogger<RunTurn> log)
{
    private const int Plans = 2;

    /// <summary>An answer that is there before this needs no "typing": showing it would only hold the answer up.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(150);

    /// <param name="id">The conversation.</param>
    /// <param name="ct">Ends the work.</param>
    /// <param name="at">The clock of the turn; null = now.</param>
    /// <param name="trial">What a simulation tries out.</param>
    /// <returns>The answer that was stored; null when none was owed, it was overtaken, or planning failed.</returns>
    public async Task<AssistantAnswer?> ForAsync(ConversationId id, CancellationToken ct, DateTimeOffset? at = null, Trial? trial = null)
    {
        await intake.ForAsync(id, ct);
        if (await mediator.Send(new ClaimTurn(id, at, trial), ct) is not { } claimed)
        {
            return null;
        }

        var answering = AnswerAsync(claimed, ct);
        await ShowAttentionAsync(claimed, answering, ct);
        var (answer, isOver) = await answering;
        if (!isOver)
        {
            await mediator.Send(new PostponeTurn(id, claimed.Turn), ct);
        }

        return answer;
    }

    /// <summary>What a plan rests on may have moved when it is stored: it is planned once more then, with what is there by now.</summary>
    private async Task<(AssistantAnswer? Answer, bool IsOver)> AnswerAsync(ClaimedTurn claimed, CancellationToken ct)
    {
        for (var plan = 1; plan <= Plans; plan++)
        {
            if ((claimed.Ready ?? await PlanAsync(claimed, ct)) is not { } planned)
            {
                return (null, false);
            }

            var answer = Voiced.Of(claimed.Context, await voice.SpeakAsync(claimed.Context, ClosedHours.Mention(claimed.Context, planned), ct));
            var stored = await mediator.Send(new CommitTurn(claimed.Conversation.Id, claimed.Turn, answer, claimed.Context.Now), ct);
            if (!stored.IsOk)
            {
                await voice.ForgetAsync(answer, ct);
            }

            if (stored.Error == SubscriptionErrors.TurnsUsedUp)
            {
                claimed = claimed with { Context = claimed.Context with { ModelAllowed = false } };
            }

            if (stored.Error != Error.EditedElsewhere && stored.Error != SubscriptionErrors.TurnsUsedUp && stored.Error != SubscriptionErrors.VoiceUsedUp)
            {
                return (stored.IsOk ? answer : null, true);
            }
        }

        return (null, false);
    }

    private async Task<AssistantAnswer?> PlanAsync(ClaimedTurn claimed, CancellationToken ct)
    {
        try
        {
            return await assistant.AnswerAsync(claimed.Context, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            PlanningFailed(e, claimed.Conversation.Id.Value, claimed.Turn.Attempt);
            return claimed.Turn.Attempt < Conversation.MaxTurnAttempts ? null : Apologies.HandOver(claimed.Context);
        }
    }

    /// <summary>Read marks, and "typing" while she has to wait. Nothing of it holds the answer up.</summary>
    private async Task ShowAttentionAsync(ClaimedTurn claimed, Task answering, CancellationToken ct)
    {
        var (conversation, channel) = (claimed.Conversation, channels.Single(c => c.Channel == claimed.Conversation.Channel));
        try
        {
            await Task.WhenAny(answering, Task.Delay(AtOnce, clock, ct));
            await channel.MarkReadAsync(conversation.SessionId, conversation.ReplyTo, claimed.IncomingIds, ct);
            if (!answering.IsCompleted)
            {
                await channel.ShowTypingAsync(conversation.SessionId, conversation.ReplyTo, typing: true, ct);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            MannersFailed(e, conversation.Id.Value);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Planning the answer of conversation {Conversation} failed (attempt {Attempt})")]
    private partial void PlanningFailed(Exception e, Guid conversation, int attempt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Read marks or typing of conversation {Conversation} failed")]
    private partial void MannersFailed(Exception e, Guid conversation);
}
