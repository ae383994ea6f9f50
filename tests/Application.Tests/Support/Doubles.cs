using System.Collections.Concurrent;
using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Tests.Support;

public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}

public sealed class RecordingLive : ILive, IWorkSignals
{
    public ConcurrentQueue<(Guid Tenant, string Topic, Guid? Subject)> Announced { get; } = new();

    public void Announce(Guid tenantId, string topic, Guid? subjectId = null) => Announced.Enqueue((tenantId, topic, subjectId));

    public void TurnsChanged()
    {
    }

    public void OutboxChanged()
    {
    }
}

/// <summary>The WhatsApp side for tests of the use cases; the real one is tested over the real gateway.</summary>
public sealed class ScriptedNetwork : IMessagingChannel
{
    public Channel Channel => Channel.WhatsApp;

    public List<OutgoingMessage> Sent { get; } = [];

    public List<string> Read { get; } = [];

    public Func<OutgoingMessage, SendOutcome> Answer { get; set; } = _ => new SendOutcome(SendResult.HandedOver);

    public Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        var outcome = Answer(message);
        if (outcome.Result == SendResult.HandedOver)
        {
            Sent.Add(message);
        }

        return Task.FromResult(outcome);
    }

    public Task ShowTypingAsync(SessionId? session, string chat, bool typing, CancellationToken ct) => Task.CompletedTask;

    public Task MarkReadAsync(SessionId? session, string chat, IReadOnlyList<string> externalIds, CancellationToken ct)
    {
        Read.AddRange(externalIds);
        return Task.CompletedTask;
    }
}

/// <summary>An assistant that says what the test wants; by default it repeats the number of messages it answers.</summary>
public sealed class ScriptedAssistant : IAssistant
{
    public List<TurnContext> Asked { get; } = [];

    public Func<TurnContext, Task<AssistantAnswer>> Plan { get; set; } = turn => Task.FromResult(Say($"answer to {turn.Incoming.Count}"));

    public static AssistantAnswer Say(params string[] texts) => new([.. texts.Select(AssistantReply.OfText)], "fr", null, "embedded", []);

    public Task<AssistantAnswer> AnswerAsync(TurnContext turn, CancellationToken ct)
    {
        lock (Asked)
        {
            Asked.Add(turn);
        }

        return Plan(turn);
    }
}
