using WaSaas.Application.Conversations;
using WaSaas.Domain.Conversations;
using WaSaas.WebUI.Security;

namespace WaSaas.WebUI.Api;

/// <summary>The simulator: the same assistant and the same turn as on WhatsApp, without a phone.</summary>
internal static class AiRoutes
{
    public const string SimulatePath = "/api/ai/simulate";

    public static void MapAi(this IEndpointRouteBuilder api)
    {
        var ai = api.MapGroup("/ai").WithTags("Assistant");
        ai.MapPost("/simulate", SimulateAsync).WithAccess(Access.Tenant)
            .WithSummary("Sends a burst of messages to the assistant and returns its replies, the state of the talk and how they came about. Money is in minor units.")
            .Produces<SimulateAnswer>()
            .WithProblems(StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge);
        ai.MapPost("/reset", ResetAsync).WithAccess(Access.Tenant)
            .WithSummary("Forgets everything of a simulated conversation.")
            .Produces(StatusCodes.Status204NoContent)
            .WithProblems(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> SimulateAsync(SimulateRequest body, Simulator simulator, CancellationToken ct)
    {
        if (body.Check() is { } wrong)
        {
            return wrong.Answer();
        }

        var simulated = await simulator.SendAsync(body.Conversation!, body.Burst(), ct, body.At?.ToUniversalTime());
        return simulated.Refused == ConversationErrors.ClockWentBack
            ? new FieldProblem("at", ConversationErrors.ClockWentBack).Answer()
            : TypedResults.Ok(SimulateAnswer.Of(body.Conversation!, simulated));
    }

    private static async Task<IResult> ResetAsync(ResetRequest body, Simulator simulator, CancellationToken ct)
    {
        if (SimulateRequest.CheckName(body.Conversation) is { } wrong)
        {
            return wrong.Answer();
        }

        await simulator.ResetAsync(body.Conversation!, ct);
        return TypedResults.NoContent();
    }

    internal sealed record ResetRequest(string? Conversation);
}
