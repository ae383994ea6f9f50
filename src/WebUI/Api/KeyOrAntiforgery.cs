using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using WaSaas.Application.Common;
using WaSaas.Application.Tenants;

namespace WaSaas.WebUI.Api;

/// <summary>
/// A key needs a plan that has the API; no browser sends it by itself, so it needs no antiforgery token. A sign-in is sent
/// by browsers, so writing with it needs the token in the header.
/// </summary>
internal sealed class KeyOrAntiforgery(ICurrentUser user, IMediator mediator, IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (user.Id is null)
        {
            var access = await mediator.Send(new CheckApiAccess(), http.RequestAborted);
            return access.Error is { } refused ? Problems.Of(refused) : await next(context);
        }

        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !await antiforgery.IsRequestValidAsync(http))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "antiforgery", "The antiforgery token is missing or not yours. Send it as header RequestVerificationToken.");
        }

        return await next(context);
    }
}
