using WaSaas.Application.Common;
using WaSaas.WebUI.Live;

namespace WaSaas.WebUI.Pages;

/// <summary>Counts, the connection's dot and the banner: live on every page.</summary>
internal sealed class FrameLive(Frame frame) : ILivePage
{
    public bool Shows(string page) => true;

    public async Task<IReadOnlyList<LiveRegion>> RegionsAsync(LiveQuery query, LiveBatch batch, CancellationToken ct)
    {
        if (!batch.Concerns(LiveTopics.Conversation) && !batch.Concerns(LiveTopics.Session) && !batch.Concerns(LiveTopics.Assistant)
            && !batch.Concerns(LiveTopics.Plan))
        {
            return [];
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
            ]
            : [];
    }
}
