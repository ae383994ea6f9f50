using MediatR;
using Microsoft.Extensions.Logging;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>Sends what stands in a conversation's outbox, in order, until nothing is left to send now.</summary>
public sealed partial class Deliver(IMediator mediator, IEnumerable<IMessagingChannel> channels, ILogger<Deliver> log)
{
    public async Task ForAsync(ConversationId id, CancellationToken ct)
    {
        while (await mediator.Send(new ClaimOutgoing(id), ct) is { } claimed)
        {
            var outcome = await TryAsync(claimed, ct);
            await mediator.Send(new RecordSending(claimed.Id, outcome), ct);
            if (outcome.Result is SendResult.NotConnected or SendResult.Failed)
            {
                return;
            }
        }
    }

    private async Task<SendOutcome> TryAsync(ClaimedOutgoing claimed, CancellationToken ct)
    {
        try
        {
            return await channels.Single(c => c.Channel == claimed.Channel).SendAsync(claimed.Message, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            SendingFailed(e, claimed.Id.Value);
            return new SendOutcome(SendResult.Failed, "send_failed");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending message {Message} failed")]
    private partial void SendingFailed(Exception e, Guid message);
}
