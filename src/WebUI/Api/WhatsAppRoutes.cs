using MediatR;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.WhatsApp;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Api;

/// <summary>The linked number. <c>session</c> names one of several; without it the shop's first is meant.</summary>
internal static class WhatsAppRoutes
{
    private static readonly Error MethodUnknown = new("method_unknown", "The method is qr or code.");

    public static void MapWhatsApp(this IEndpointRouteBuilder api)
    {
        var whatsApp = api.MapGroup("/whatsapp");
        whatsApp.MapGet("/status", StatusAsync).WithAccess(Access.Tenant);
        whatsApp.MapPost("/connect", ConnectAsync).WithAccess(Access.TenantOwner);
        whatsApp.MapPost("/logout", LogoutAsync).WithAccess(Access.TenantOwner);
    }

    private static async Task<IResult> StatusAsync(string? session, IMediator mediator, CancellationToken ct) =>
        TryParse(session, out var id) && await mediator.Send(new GetWhatsAppStatus(id), ct) is { } status
            ? TypedResults.Ok(status)
            : Problems.Of(Error.NotFound);

    private static async Task<IResult> ConnectAsync(string? session, ConnectRequest body, IMediator mediator, CancellationToken ct)
    {
        LinkMethod? method = body.Method switch { "qr" => LinkMethod.Qr, "code" => LinkMethod.Code, _ => null };
        if (method is null)
        {
            return Problems.Of(MethodUnknown);
        }

        return TryParse(session, out var id)
            ? Answer(await mediator.Send(new ConnectSession(id, method.Value, body.Phone, body.AcceptedWarning), ct), StatusCodes.Status202Accepted)
            : Problems.Of(Error.NotFound);
    }

    private static async Task<IResult> LogoutAsync(string? session, IMediator mediator, CancellationToken ct) => TryParse(session, out var id)
        ? Answer(await mediator.Send(new DisconnectSession(id), ct), StatusCodes.Status204NoContent)
        : Problems.Of(Error.NotFound);

    private static IResult Answer(Result result, int status) => result.Error is { } error ? Problems.Of(error) : TypedResults.StatusCode(status);

    /// <summary>What is no id of a session is the id of no session.</summary>
    private static bool TryParse(string? session, out SessionId? id)
    {
        id = Guid.TryParse(session, out var value) ? new SessionId(value) : null;
        return string.IsNullOrEmpty(session) || id is not null;
    }

    private sealed record ConnectRequest(string? Method, string? Phone, string? AcceptedWarning);
}
