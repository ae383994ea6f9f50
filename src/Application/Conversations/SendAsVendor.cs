using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>A person of the shop writes to the customer from the web; sending takes over.</summary>
/// <param name="Id">The conversation.</param>
/// <param name="Text">1 to 4,096 characters.</param>
/// <param name="Key">Made by the page for this message: sent twice, it is one message.</param>
public sealed record SendAsVendor(ConversationId Id, string Text, Guid Key) : ICommand<Result>;

internal sealed class SendAsVendorHandler(IAppDbContext db, TurnManners manners, TimeProvider clock) : ICommandHandler<SendAsVendor, Result>
{
    public async Task<Result> Handle(SendAsVendor command, CancellationToken cancellationToken)
    {
        var text = command.Text.Trim();
        if (text.Length == 0)
        {
            return ConversationErrors.EmptyMessage;
        }

        if (text.Length > MessageContent.MaxTextLength)
        {
            return ConversationErrors.MessageTooLong;
        }

        var conversation = await db.Conversations.SingleOrDefaultAsync(c => c.Id == command.Id, cancellationToken);
        if (conversation is null)
        {
            return Error.NotFound;
        }

        var externalId = OutgoingIds.For(command.Key);
        if (!await db.Messages.AnyAsync(m => m.ConversationId == command.Id && m.ExternalId == externalId, cancellationToken))
        {
            db.Messages.Add(conversation.SendAsVendor(externalId, text, clock.GetUtcNow(), await manners.SilenceAsync(cancellationToken)));
        }

        return Result.Ok;
    }
}
