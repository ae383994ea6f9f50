using System.Diagnostics;
using Microsoft.Extensions.AI;

namespace WaSaas.Application.Assistant;

/// <summary>Counts what a model costs in this turn, also when it fails.</summary>
internal sealed class MeteredChatClient(ModelBrain model, TurnMeter meter) : DelegatingChatClient(model.Client)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        UsageDetails? usage = null;
        try
        {
            var answer = await base.GetResponseAsync(messages, options, cancellationToken);
            usage = answer.Usage;
            return answer;
        }
        finally
        {
            meter.Asked(Stopwatch.GetElapsedTime(started), usage, model.Prices);
        }
    }
}
