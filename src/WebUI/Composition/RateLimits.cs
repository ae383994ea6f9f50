using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using WaSaas.Application.Accounts;
using WaSaas.WebUI.Api;

namespace WaSaas.WebUI.Composition;

/// <summary>Section <c>RateLimits</c>: how often, per minute.</summary>
internal sealed class RateLimitOptions
{
    /// <summary>Sign-in, sign-up, mails and links, per address (IPv4, or IPv6 /64).</summary>
    public int AccountsPerMinute { get; init; } = 20;

    /// <summary>The API, per shop.</summary>
    public int ApiPerMinute { get; init; } = 6_000;

    /// <summary>
    /// Notices of other systems, per address. Far above what Stripe sends in its bursts; who is refused with 429 sends again.
    /// </summary>
    public int WebhooksPerMinute { get; init; } = 3_000;
}

/// <summary>Section <c>Api</c>.</summary>
internal sealed class ApiOptions
{
    /// <summary>Simulated turns, per shop and minute; they do not count among the other calls.</summary>
    public int SimulatePerMinute { get; init; } = 600;
}

/// <summary>Guessing passwords and flooding mailboxes is slow; a shop cannot starve the others of the API.</summary>
internal static class RateLimits
{
    private static readonly string[] Accounts = ["/sign-in", "/sign-up", "/forgot-password", "/reset-password", "/confirm-email", "/change-email", "/join", "/account/prove", "/account/password", "/account/email", "/team"];

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("RateLimits").Get<RateLimitOptions>() ?? new RateLimitOptions();
        var api = configuration.GetSection("Api").Get<ApiOptions>() ?? new ApiOptions();
        return services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => PartitionOf(http, options, api));
            limiter.OnRejected = SayWhen;
        });
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext http, RateLimitOptions options, ApiOptions api)
    {
        var path = http.Request.Path;
        if (HttpMethods.IsPost(http.Request.Method) && Accounts.Any(a => path.StartsWithSegments(a)))
        {
            return PerMinute($"account {PrefixOf(http.Connection.RemoteIpAddress)}", options.AccountsPerMinute);
        }

        if (path.StartsWithSegments("/webhooks"))
        {
            return PerMinute($"webhook {PrefixOf(http.Connection.RemoteIpAddress)}", options.WebhooksPerMinute);
        }

        if (!path.StartsWithSegments("/api"))
        {
            return RateLimitPartition.GetNoLimiter("pages");
        }

        var caller = http.User.FindFirstValue(PersonClaims.Shop) ?? PrefixOf(http.Connection.RemoteIpAddress);
        return path.StartsWithSegments(AiRoutes.SimulatePath)
            ? PerMinute($"simulate {caller}", api.SimulatePerMinute)
            : PerMinute($"api {caller}", options.ApiPerMinute);
    }

    private static RateLimitPartition<string> PerMinute(string key, int permits) => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
    {
        PermitLimit = permits,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = 6,
    });

    /// <summary>One IPv6 customer has a whole /64 to choose addresses from.</summary>
    private static string PrefixOf(IPAddress? address)
    {
        if (address is null || address.AddressFamily == AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6)
        {
            return address?.MapToIPv4().ToString() ?? "nowhere";
        }

        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }

    private static ValueTask SayWhen(OnRejectedContext context, CancellationToken ct)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(10);
        context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
