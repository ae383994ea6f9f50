using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>
/// "Try again" on a message that failed, or of which nobody knows whether it left. It keeps its id, so that a customer who has
/// it already does not get it twice. What the assistant wrote waits until the assistant may speak.
/// </summary>
public sealed record SendAgain(ConversationId ConversationId, MessageId Id) : ICommand<Result>;

internal sealed class SendAgainHandler(IAppDbContext db, AssistantStops stops, TimeProvider clock) : ICommandHandler<SendAgain, Result>
{
    public async Task<Result> Handle(SendAgain command, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == command.ConversationId, cancellationToken);
        var message = await db.Messages.SingleOrDefaultAsync(m => m.Id == command.Id && m.ConversationId == command.ConversationId, cancellationToken);
        if (conversation is null || message is null)
        {
            return Error.NotFound;
        }

        if (message.Author == MessageAuthor.Assistant && await stops.SilenceAsync(conversation, cancellationToken))
        {
            return ConversationErrors.AssistantIsStopped;
        }

        return conversation.SendAgain(message, conversation.ClockAt(clock.GetUtcNow()));
    }
}
