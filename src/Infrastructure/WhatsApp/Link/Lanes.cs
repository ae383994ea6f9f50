namespace WaSaas.Infrastructure.WhatsApp.Link;

/// <summary>Work of one key is done in order, one at a time; keys do not wait for each other.</summary>
internal sealed class Lanes<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Task> _tails = [];

    /// <param name="key">Whose lane.</param>
    /// <param name="work">Never throws.</param>
    public Task Enqueue(TKey key, Func<Task> work)
    {
        lock (_tails)
        {
            var before = _tails.GetValueOrDefault(key, Task.CompletedTask);
            var mine = Task.Run(async () =>
            {
                await before;
                await work();
            });
            _tails[key] = mine;
            _ = mine.ContinueWith(done => Leave(key, done), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return mine;
        }
    }

    /// <summary>Settles when everything that is queued by now is done.</summary>
    public Task WhenIdleAsync()
    {
        lock (_tails)
        {
            return Task.WhenAll(_tails.Values);
        }
    }

    private void Leave(TKey key, Task done)
    {
        lock (_tails)
        {
            if (_tails.GetValueOrDefault(key) == done)
            {
                _tails.Remove(key);
            }
        }
    }
}
