using MediatR;
using WaSaas.Application.Conversations;
using WaSaas.Domain.Conversations;

namespace WaSaas.WebUI.Pages.Messages;

/// <summary>Reads the views for the page and for its live parts.</summary>
public sealed class MessagesReader(IMediator mediator, Frame frame, TimeProvider clock)
{
    public async Task<InboxView> InboxAsync(string? filter, string? search, Guid? current, CancellationToken ct)
    {
        var chosen = InboxView.FilterOf(filter);
        var inbox = await mediator.Send(new GetInbox(chosen, search), ct);
        return new InboxView(inbox, chosen, search, current, await ZoneAsync(ct));
    }

    /// <summary>Null when this shop has no such conversation.</summary>
    public async Task<ThreadView?> ThreadAsync(Guid id, CancellationToken ct) =>
        await mediator.Send(new GetThread(new ConversationId(id)), ct) is { } thread
            ? new ThreadView(thread, await ZoneAsync(ct), clock.GetUtcNow())
            : null;

    private async Task<string> ZoneAsync(CancellationToken ct) => (await frame.ShopAsync(ct))!.TimeZone;
}
