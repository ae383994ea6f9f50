using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations.Media;

/// <summary>A person listened to a customer's note and wrote down what was said; the assistant may answer it then.</summary>
public sealed record CorrectTranscript(ConversationId ConversationId, MessageId Id, string Text, bool Answer) : ICommand<Result>;

internal sealed class CorrectTranscriptHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<CorrectTranscript, Result>
{
    public async Task<Result> Handle(CorrectTranscript command, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == command.ConversationId, cancellationToken);
        var message = await db.Messages.SingleOrDefaultAsync(m => m.Id == command.Id && m.ConversationId == command.ConversationId, cancellationToken);
        return conversation is null || message is null
            ? Error.NotFound
            : conversation.CorrectTranscript(message, command.Text, command.Answer, clock.GetUtcNow());
    }
}
