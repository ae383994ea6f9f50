using Microsoft.AspNetCore.Mvc.Filters;

namespace WaSaas.WebUI.Live;

/// <summary>The number from which a page's stream goes on: taken before the page reads anything, so that nothing falls between.</summary>
public sealed class LiveCursor(LiveHub hub)
{
    public long After { get; } = hub.Now;
}

/// <summary>Takes the cursor first thing.</summary>
internal sealed class LiveCursorFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        context.HttpContext.RequestServices.GetRequiredService<LiveCursor>();
        return Task.CompletedTask;
    }

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) => next();
}
