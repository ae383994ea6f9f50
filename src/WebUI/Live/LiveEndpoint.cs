using WaSaas.Application.Common;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Live;

/// <summary>The one stream of each open page: server-sent events whose data replaces parts of that page.</summary>
public static class LiveEndpoint
{
    /// <summary>Bursts become one drawing.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(60);

    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    /// <summary>The browser comes back by itself, and is then asked again who it is.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton<LiveHub>();
        services.AddSingleton<ILive>(sp => sp.GetRequiredService<LiveHub>());
        services.AddScoped<LiveCursor>();
        services.AddSingleton<PartialRenderer>();
        services.AddSingleton<LiveDrawing>();
        services.AddHostedService<StopWatch>();
        return services;
    }

    public static IEndpointConventionBuilder MapLive(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/live", StreamAsync).WithDisplayName("GET /live").WithAccess(Access.Tenant);

    private static async Task StreamAsync(
        HttpContext http, LiveHub hub, LiveDrawing drawing, ITenantScope tenant, IHostApplicationLifetime lifetime)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        end.CancelAfter(Longest);
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        var (query, after) = (QueryOf(http.Request), AfterOf(http.Request));
        try
        {
            await SayAsync(http, ": connected\n\n", end.Token);
            while (true)
            {
                var batch = await NextAsync(http, hub, tenant.Id.Value, after, end.Token);
                after = batch.UpTo;
                if (await drawing.DrawAsync(http, query, batch, end.Token) is not { } drawn)
                {
                    return;
                }

                await SayAsync(http, LiveFormat.Message(after, drawn), end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The page was left or hidden, the stream is old, or the host stops: a normal end.
        }
    }

    private static async Task<LiveBatch> NextAsync(HttpContext http, LiveHub hub, Guid tenant, long after, CancellationToken ct)
    {
        var first = hub.WaitAsync(tenant, after, ct);
        while (await Task.WhenAny(first, Task.Delay(KeepAlive, ct)) != first)
        {
            ct.ThrowIfCancellationRequested();
            await SayAsync(http, ": still here\n\n", ct);
        }

        await first;
        await Task.Delay(Gather, ct);
        return await hub.WaitAsync(tenant, after, ct);
    }

    private static async Task SayAsync(HttpContext http, string text, CancellationToken ct)
    {
        await http.Response.WriteAsync(text, ct);
        await http.Response.Body.FlushAsync(ct);
    }

    private static LiveQuery QueryOf(HttpRequest request) => new(
        request.Query["page"].ToString(),
        Guid.TryParse(request.Query["id"], out var id) ? id : null,
        request.Query["filter"],
        request.Query["q"]);

    /// <summary>What the browser has seen: the newest of the page's own number and the last event that reached it.</summary>
    private static long AfterOf(HttpRequest request)
    {
        _ = long.TryParse(request.Headers["Last-Event-ID"], out var seen);
        _ = long.TryParse(request.Query["after"], out var page);
        return Math.Max(seen, page);
    }
}
