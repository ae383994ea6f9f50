using System.Text;
using MediatR;
using WaSaas.Application.Common;
using WaSaas.Application.Tenants.Team;

namespace WaSaas.WebUI.Live;

/// <summary>Draws what a batch of announcements changes on one page, in a scope of its own: a stream outlives any unit of work.</summary>
public sealed class LiveDrawing(IServiceScopeFactory scopes, PartialRenderer renderer)
{
    /// <summary>Empty when the page shows nothing of it; null when the person has no place in the shop any more.</summary>
    public async Task<string?> DrawAsync(HttpContext stream, LiveQuery query, LiveBatch batch, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantScope>().Set(stream.RequestServices.GetRequiredService<ITenantScope>().Id);
        if (batch.Concerns(LiveTopics.Team) && !await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new BelongsHere(), ct))
        {
            return null;
        }

        var http = PartialRenderer.ContextFor(stream, scope.ServiceProvider);
        var html = new StringBuilder();
        foreach (var page in scope.ServiceProvider.GetServices<ILivePage>().Where(p => p.Shows(query.Page)))
        {
            foreach (var region in await page.RegionsAsync(query, batch, ct))
            {
                html.Append(LiveFormat.Part(region, await renderer.RenderAsync(http, region.View, region.Model)));
            }
        }

        return html.ToString();
    }
}
