using MediatR;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Domain.Conversations;
using WaSaas.WebUI.Live;

namespace WaSaas.WebUI.Pages;

/// <summary>Counts, the connection's dot and the banner: live on every page.</summary>
internal sealed class FrameLive(Frame frame, IMediator mediator) : ILivePage
{
    public bool Shows(string page) => true;

    public async Task<IReadOnlyList<LiveRegion>> RegionsAsync(LiveQuery query, LiveBatch batch, CancellationToken ct)
    {
        var toasts = await ToastsAsync(query, batch, ct);
        if (!batch.Concerns(LiveTopics.Conversation) && !batch.Concerns(LiveTopics.Session) && !batch.Concerns(LiveTopics.Assistant)
            && !batch.Concerns(LiveTopics.Plan) && !batch.Concerns(LiveTopics.Team))
        {
            return toasts;
        }

        return await frame.ViewAsync(query.Page, ct) is { } view
            ?
            [
                new LiveRegion("#side-nav", "/Pages/Shared/_SideNav.cshtml", view),
                new LiveRegion("#tab-bar", "/Pages/Shared/_TabBar.cshtml", view),
                new LiveRegion("[data-state=top]", "/Pages/Shared/_TopState.cshtml", view),
                new LiveRegion("#plan-badge", "/Pages/Shared/_PlanBadge.cshtml", view),
                new LiveRegion("#plan-top", "/Pages/Shared/_PlanTop.cshtml", view),
                new LiveRegion("#frame-banner", "/Pages/Shared/_FrameBanner.cshtml", view),
                .. toasts,
            ]
            : toasts;
    }

    /// <summary>A customer wants a person: said once, on pages that were open when it happened and do not show that customer.</summary>
    private async Task<List<LiveRegion>> ToastsAsync(LiveQuery query, LiveBatch batch, CancellationToken ct)
    {
        var regions = new List<LiveRegion>();
        foreach (var happened in batch.Events.Where(e => e.Topic == LiveTopics.HandOff && e.SubjectId != query.Id).DistinctBy(e => e.SubjectId))
        {
            if (await mediator.Send(new GetThread(new ConversationId(happened.SubjectId!.Value), Take: 1), ct) is { HandOffReason: not null } thread)
            {
                regions.Add(new LiveRegion("#toasts", "/Pages/Shared/_HandOffToast.cshtml", thread) { Swap = "beforeend" });
            }
        }

        return regions;
    }
}
