using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Assistant;

/// <summary>Plans the answer to one turn. Reads, never writes: effects are staged in the answer and stored by the caller in one commit.</summary>
public interface IAssistant
{
    Task<AssistantAnswer> AnswerAsync(TurnContext turn, CancellationToken ct);
}

/// <summary>All that the assistant may know. Tenant, contact and turn come from here, never from arguments of a tool.</summary>
/// <param name="Tenant">The shop.</param>
/// <param name="TurnId">Key of everything that this turn does.</param>
/// <param name="Incoming">The customer messages to answer, oldest first.</param>
/// <param name="History">What was said before, oldest first, at most the last 12.</param>
/// <param name="CustomerName">As she calls herself; untrusted.</param>
/// <param name="Language">fr or en when known by now.</param>
/// <param name="FirstAnswer">The customer was not told yet that an assistant answers.</param>
/// <param name="ModelAllowed">False when the shop's turns are used up or the shop does not want a model: the embedded assistant answers.</param>
/// <param name="Now">The clock of this turn.</param>
public sealed record TurnContext(
    Tenant Tenant,
    TurnId TurnId,
    IReadOnlyList<TurnMessage> Incoming,
    IReadOnlyList<TurnMessage> History,
    string? CustomerName,
    string? Language,
    bool FirstAnswer,
    bool ModelAllowed,
    DateTimeOffset Now)
{
    /// <summary>Why a person was asked for who has not come; the first answer after that says so. Null = nothing to say.</summary>
    public string? OpenRequest { get; init; }
}

public sealed record TurnMessage(MessageAuthor Author, MessageKind Kind, string? Text);

/// <param name="Texts">What to send, in order; at least one unless nothing is to be said.</param>
/// <param name="Language">The language spoken, fr or en.</param>
/// <param name="HandOffReason">Set when a person is wanted; the texts tell the customer so.</param>
/// <param name="Brain">embedded, or the model's name.</param>
/// <param name="Trace">What was called, for the vendor's eyes; holds no floor.</param>
public sealed record AssistantAnswer(
    IReadOnlyList<string> Texts, string Language, string? HandOffReason, string Brain, IReadOnlyList<ToolTrace> Trace)
{
    /// <summary>How long the assistant keeps silent after its hand-off; null = as the shop wants it.</summary>
    public TimeSpan? Silence { get; init; }
}

public sealed record ToolTrace(string Name, string Arguments, string Result, double Milliseconds);
