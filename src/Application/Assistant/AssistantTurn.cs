using WaSaas.Application.Assistant.Desks;
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
    public ConversationId ConversationId { get; init; }

    /// <summary>Why a person was asked for who has not come; the first answer after that says so. Null = nothing to say.</summary>
    public string? OpenRequest { get; init; }

    public ContactId ContactId { get; init; }

    /// <summary>A simulation: its orders are tests and touch no stock.</summary>
    public bool IsTest { get; init; }

    /// <summary>Where the customer's business stands; set anew for each attempt.</summary>
    public DeskView Desk { get; init; } = DeskView.Empty;
}

public sealed record TurnMessage(MessageAuthor Author, MessageKind Kind, string? Text)
{
    public MessageId Id { get; init; }

    /// <summary>Its place in the conversation.</summary>
    public long Sequence { get; init; }

    /// <summary>When it was stored here.</summary>
    public DateTimeOffset At { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>Its words were spoken and a machine wrote them down; null confidence = it does not tell how sure it is.</summary>
    public bool IsVoice => Kind == MessageKind.Audio && !IsCorrected && !string.IsNullOrWhiteSpace(Text);

    public double? Confidence { get; init; }

    /// <summary>A person wrote down what was said, or the customer said yes to it: its words count like written ones.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>Why its file or its transcript is missing, as a code; null when nothing is.</summary>
    public string? Failure { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>External id of the message that this one answers.</summary>
    public string? QuotedId { get; init; }

    /// <summary>What that message said, in the words of the answer itself.</summary>
    public string? QuotedText { get; init; }

    /// <summary>The product that it shows, or that the message shows which it answers.</summary>
    public string? Sku { get; init; }

    /// <summary>What a cart of the network's own catalogue lists.</summary>
    public IReadOnlyList<ListedItem> Items { get; init; } = [];

    /// <summary>Name in the shop's file store of what came with it.</summary>
    public string? File { get; init; }
}

/// <param name="Replies">What to send, in order; at least one unless nothing is to be said.</param>
/// <param name="Language">The language spoken, fr or en.</param>
/// <param name="HandOffReason">Set when a person is wanted; the texts tell the customer so.</param>
/// <param name="Brain">embedded, or the model's name.</param>
/// <param name="Trace">What was called, for the vendor's eyes; holds no floor.</param>
public sealed record AssistantAnswer(
    IReadOnlyList<AssistantReply> Replies, string Language, string? HandOffReason, string Brain, IReadOnlyList<ToolTrace> Trace)
{
    public IReadOnlyList<string> Texts => [.. Replies.Where(reply => reply.Kind == ReplyKind.Text).Select(reply => reply.Text)];

    /// <summary>What the tools staged; stored together with the replies, or not at all.</summary>
    public IStagedEffects Effects { get; init; } = NoEffects.Instance;

    public GuardVerdict Guard { get; init; } = GuardVerdict.Pass;

    public TurnTimes Times { get; init; } = TurnTimes.None;

    public TokenUse Tokens { get; init; } = TokenUse.None;

    /// <summary>How long the assistant keeps silent after its hand-off; null = as the shop wants it.</summary>
    public TimeSpan? Silence { get; init; }
}

public enum ReplyKind
{
    Text = 1,
    Voice = 2,
    Image = 3,
    Location = 4,
}

/// <param name="Kind">How it is sent.</param>
/// <param name="Text">What it says; the caption of an image.</param>
public sealed record AssistantReply(ReplyKind Kind, string Text)
{
    /// <summary>The product that it shows.</summary>
    public string? Sku { get; init; }

    /// <summary>Name in the shop's file store of what goes with it.</summary>
    public string? File { get; init; }

    /// <summary>Length and loudness of a voice note.</summary>
    public MessageMedia? Media { get; init; }

    /// <summary>The summary that it shows: once it has left, the customer may say yes to it.</summary>
    public Domain.Orders.RecapId? Recap { get; init; }

    public static AssistantReply OfText(string text) => new(ReplyKind.Text, text);
}

public sealed record ToolTrace(string Name, string Arguments, string Result, double Milliseconds);
