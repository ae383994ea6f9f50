using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations.Media;

/// <summary>One at a time per conversation: the pass in the background and the turn that waits do not fetch the same file twice.</summary>
public sealed class MediaLanes : IDisposable
{
    // A fixed number: two conversations that share a lane wait for each other now and then, which harms nobody.
    private readonly SemaphoreSlim[] _lanes = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<IDisposable> EnterAsync(ConversationId conversation, CancellationToken ct)
    {
        var lane = _lanes[(uint)conversation.GetHashCode() % _lanes.Length];
        await lane.WaitAsync(ct);
        return new Exit(lane);
    }

    public void Dispose() => Array.ForEach(_lanes, lane => lane.Dispose());

    private sealed class Exit(SemaphoreSlim lane) : IDisposable
    {
        public void Dispose() => lane.Release();
    }
}
