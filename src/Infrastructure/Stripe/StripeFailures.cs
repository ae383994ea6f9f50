using System.Net;
using System.Text.Json;
using WaSaas.Application.Subscriptions;

namespace WaSaas.Infrastructure.Stripe;

/// <summary>What an answer that is no success means, and whether the same request may be sent again.</summary>
internal static class StripeFailures
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static BillingException Of(HttpStatusCode status, JsonElement? body)
    {
        var error = body?.Part("error");
        var code = error?.Text("code") ?? error?.Text("type") ?? $"http_{(int)status}";
        return status switch
        {
            HttpStatusCode.PaymentRequired => new BillingException(BillingFailure.Card, error?.Text("decline_code") ?? code, error?.Text("type") == "card_error" ? error?.Text("message") : null),
            HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout => new BillingException(BillingFailure.NoAnswer, code),
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError when error is not null => new BillingException(BillingFailure.Refused, code),
            _ => new BillingException(BillingFailure.NoAnswer, code),
        };
    }

    /// <summary>Null: not again. What Stripe says about it comes before the table.</summary>
    public static TimeSpan? WaitAfter(HttpResponseMessage response, int attempt)
    {
        if (response.Headers.TryGetValues("Stripe-Should-Retry", out var advice))
        {
            return advice.First() == "true" ? After(response, attempt) : null;
        }

        return response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError
            ? After(response, attempt)
            : null;
    }

    /// <summary>Doubling from half a second to five, each between half and all of it, never under the first.</summary>
    public static TimeSpan Backoff(int attempt)
    {
        var full = Math.Min(First.TotalMilliseconds * Math.Pow(2, attempt - 1), Longest.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(Math.Max(First.TotalMilliseconds, full * (0.5 + (Random.Shared.NextDouble() / 2))));
    }

    private static TimeSpan After(HttpResponseMessage response, int attempt) => response.Headers.RetryAfter?.Delta ?? Backoff(attempt);
}
