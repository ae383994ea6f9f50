using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.WebUI.Api;

/// <summary>Refusals as problem documents (RFC 9457) with a stable <c>code</c>.</summary>
internal static class Problems
{
    private static readonly Dictionary<string, int> Statuses = new(StringComparer.Ordinal)
    {
        [Error.NotFound.Code] = StatusCodes.Status404NotFound,
        [Error.EditedElsewhere.Code] = StatusCodes.Status409Conflict,
        [SessionErrors.AlreadyLinked.Code] = StatusCodes.Status409Conflict,
        [SessionErrors.EmailNotConfirmed.Code] = StatusCodes.Status403Forbidden,
        [SessionErrors.NumberLimit(0).Code] = StatusCodes.Status403Forbidden,
        [TenantErrors.ApiNotInPlan.Code] = StatusCodes.Status403Forbidden,
    };

    public static IResult Of(Error error) => Of(Statuses.GetValueOrDefault(error.Code, StatusCodes.Status400BadRequest), error.Code, error.Message);

    public static IResult Of(int status, string code, string detail, string? field = null)
    {
        var more = new Dictionary<string, object?> { ["code"] = code };
        if (field is not null)
        {
            more["field"] = field;
        }

        return TypedResults.Problem(detail, statusCode: status, extensions: more);
    }

    /// <summary>Said of each endpoint: what it refuses, beside what all of them refuse.</summary>
    public static RouteHandlerBuilder WithProblems(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses.Concat([StatusCodes.Status401Unauthorized, StatusCodes.Status429TooManyRequests]))
        {
            route.ProducesProblem(status);
        }

        return route;
    }

    /// <summary>For answers that no endpoint wrote: unknown route, no sign-in, too many calls.</summary>
    public static IResult Of(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Of(status, "bad_request", "The request cannot be read."),
        StatusCodes.Status401Unauthorized => Of(status, "not_signed_in", "Sign in, or send an API key as bearer token."),
        StatusCodes.Status403Forbidden => Of(status, "not_allowed", "This is not allowed here."),
        StatusCodes.Status404NotFound => Of(Error.NotFound),
        StatusCodes.Status405MethodNotAllowed => Of(status, "method_not_allowed", "This address does not know the method."),
        StatusCodes.Status413PayloadTooLarge => Of(status, "too_large", "The request is too large."),
        StatusCodes.Status415UnsupportedMediaType => Of(status, "not_json", "Send JSON, with Content-Type: application/json."),
        StatusCodes.Status429TooManyRequests => Of(status, "too_many_requests", "Too many calls. Retry-After says when to come back."),
        _ => Of(status, "failed", "This did not work. The log of the installation has the reason."),
    };
}
