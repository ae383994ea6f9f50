using MediatR;
using Microsoft.AspNetCore.Mvc;
using WaSaas.Application.Subscriptions;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Webhooks;

/// <summary>
/// Takes Stripe's notices: checked over the bytes as they came, stored, answered. Work begins afterwards. Whatever is not
/// genuine gets the same 400 without a word.
/// </summary>
internal static class StripeWebhook
{
    public const int MaxBody = 1024 * 1024;

    public static IEndpointConventionBuilder MapStripeWebhook(this IEndpointRouteBuilder routes) => routes
        .MapPost("/webhooks/stripe", ReceiveAsync)
        .WithDisplayName("POST /webhooks/stripe")
        .WithMetadata(new RequestSizeLimitAttribute(MaxBody))
        .WithAccess(Access.Webhook);

    private static async Task<IResult> ReceiveAsync(HttpRequest request, IBillingNotices notices, IMediator mediator, CancellationToken ct)
    {
        if (await BodyAsync(request, ct) is not { } body)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (notices.Verify(body, request.Headers["Stripe-Signature"]) is not { } notice)
        {
            return TypedResults.BadRequest();
        }

        await mediator.Send(new ReceiveNotice(notice), ct);
        return TypedResults.Ok();
    }

    /// <summary>Null when it is too large, whatever its header says.</summary>
    private static async Task<byte[]?> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MaxBody)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, ct)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MaxBody)
            {
                return null;
            }
        }

        return body.ToArray();
    }
}
