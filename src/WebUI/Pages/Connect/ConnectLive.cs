using WaSaas.Application.Common;
using WaSaas.WebUI.Live;

namespace WaSaas.WebUI.Pages.Connect;

internal sealed class ConnectLive(ConnectReader reader) : ILivePage
{
    public bool Shows(string page) => page == "connect";

    public async Task<IReadOnlyList<LiveRegion>> RegionsAsync(LiveQuery query, LiveBatch batch, CancellationToken ct)
    {
        if (!batch.Concerns(LiveTopics.Session) && !batch.Concerns(LiveTopics.Assistant))
        {
            return [];
        }

        var view = await reader.ReadAsync(ct);
        return
        [
            new LiveRegion("#connect", "/Pages/Connect/_Connect.cshtml", view),
            new LiveRegion("#assistant-switch", "/Pages/Connect/_AssistantSwitch.cshtml", view),
        ];
    }
}
