using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>Stores the effects of a planned turn and its replies together, when the answer is still owed as it was planned.</summary>
/// <returns>False when something newer came in between: the plan is dropped, nothing was changed.</returns>
public sealed record CommitTurn(ConversationId Id, Turn Turn, AssistantAnswer Answer) : ICommand<bool>;

internal sealed class CommitTurnHandler(IAppDbContext db, Usage usage, TimeProvider clock) : ICommandHandler<CommitTurn, bool>
{
    public async Task<bool> Handle(CommitTurn command, CancellationToken cancellationToken)
    {
        var (turn, answer, now) = (command.Turn, command.Answer, clock.GetUtcNow());
        var conversation = await db.Conversations.SingleAsync(c => c.Id == command.Id, cancellationToken);
        if (!conversation.StillOwes(turn))
        {
            return false;
        }

        foreach (var (text, ordinal) in answer.Texts.Select((text, index) => (text, index)))
        {
            db.Messages.Add(conversation.Reply(turn, ordinal, OutgoingIds.New(), text, now));
        }

        conversation.FinishTurn(turn, introduced: answer.Texts.Count > 0);
        if (answer.HandOffReason is { } reason)
        {
            conversation.HandOff(reason, now);
        }

        (await db.Contacts.SingleAsync(c => c.Id == conversation.ContactId, cancellationToken)).Speaks(answer.Language);
        if (conversation.Channel != Channel.Simulator && answer.Texts.Count > 0)
        {
            await usage.CountTurnAsync(now, cancellationToken);
        }

        return true;
    }
}
