using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations.Media;

/// <summary>A file is not to be had now: later, and each time a little later. Without a connection nothing was tried.</summary>
public sealed record PostponeMedia(MessageId Id, bool Tried) : ICommand<Result>;

internal sealed class PostponeMediaHandler(IAppDbContext db, TimeProvider clock) : ICommandHandler<PostponeMedia, Result>
{
    private static readonly TimeSpan WhenConnected = TimeSpan.FromSeconds(10);

    public async Task<Result> Handle(PostponeMedia command, CancellationToken cancellationToken)
    {
        var message = await db.Messages.SingleOrDefaultAsync(m => m.Id == command.Id, cancellationToken);
        if (message?.MediaDueAt is null)
        {
            return Error.NotFound;
        }

        var wait = command.Tried ? TimeSpan.FromSeconds(Math.Pow(2, message.MediaAttempts + 1)) : WhenConnected;
        message.RetryMedia(clock.GetUtcNow() + wait, command.Tried);
        return Result.Ok;
    }
}
