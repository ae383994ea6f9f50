using WaSaas.Application.Conversations;
using WaSaas.Domain.Conversations;

namespace WaSaas.WebUI.Api;

/// <summary>What came of a simulated turn.</summary>
/// <param name="Conversation">The caller's id.</param>
/// <param name="Replies">What the customer's phone would show, in order.</param>
/// <param name="Currency">ISO 4217 code of every amount.</param>
/// <param name="State">Where the business stands now.</param>
/// <param name="Trace">How the replies came about.</param>
internal sealed record SimulateAnswer(string Conversation, IReadOnlyList<SimulatedReply> Replies, string Currency, SimulatedState State, SimulatedTrace Trace)
{
    public static SimulateAnswer Of(string conversation, Simulated simulated)
    {
        var desk = simulated.Desk!;
        return new SimulateAnswer(
            conversation,
            [.. simulated.Replies.Select(reply => SimulatedReply.Of(reply, simulated.Answer?.Language))],
            desk.Currency.Code,
            SimulatedState.Of(desk),
            SimulatedTrace.Of(simulated.Answer));
    }
}

/// <param name="Kind">text, voice, image or location.</param>
/// <param name="Text">A voice reply's as it would be spoken; an image's caption.</param>
/// <param name="Sku">The product that an image shows.</param>
/// <param name="Language">fr or en.</param>
internal sealed record SimulatedReply(string Kind, string? Text, string? Sku, string? Language)
{
    public static SimulatedReply Of(ThreadMessage message, string? language) => new(KindOf(message.Kind), message.Text, message.Sku, language);

    private static string KindOf(MessageKind kind) => kind switch
    {
        MessageKind.Audio => "voice",
        MessageKind.Image => "image",
        MessageKind.Location => "location",
        _ => "text",
    };
}
