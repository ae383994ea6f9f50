using WaSaas.Application.Common;
using WaSaas.WebUI.Live;

namespace WaSaas.WebUI.Pages.Messages;

internal sealed class MessagesLive(MessagesReader reader) : ILivePage
{
    public bool Shows(string page) => page is "messages" or "thread";

    public async Task<IReadOnlyList<LiveRegion>> RegionsAsync(LiveQuery query, LiveBatch batch, CancellationToken ct)
    {
        if (!batch.Concerns(LiveTopics.Conversation))
        {
            return [];
        }

        List<LiveRegion> regions =
        [
            new LiveRegion("#inbox-list", "/Pages/Messages/_InboxList.cshtml", await reader.InboxAsync(query.Filter, query.Search, query.Id, ct)),
        ];
        if (query.Id is { } id && batch.Concerns(LiveTopics.Conversation, id) && await reader.ThreadAsync(id, ct) is { } thread)
        {
            regions.Add(new LiveRegion("#thread", "/Pages/Messages/_Thread.cshtml", thread));
            regions.Add(new LiveRegion("#takeover", "/Pages/Messages/_TakeoverSwitch.cshtml", thread));
            regions.Add(new LiveRegion("#handback", "/Pages/Messages/_HandBack.cshtml", thread));
        }

        return regions;
    }
}
