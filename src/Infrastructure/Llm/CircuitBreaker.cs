namespace WaSaas.Infrastructure.Llm;

/// <summary>After five failures within a minute a provider is left alone for a minute: customers need not wait for its timeouts.</summary>
internal sealed class CircuitBreaker(TimeProvider clock)
{
    public const int MaxFailures = 5;
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _failures = new();
    private DateTimeOffset _openUntil = DateTimeOffset.MinValue;

    public bool IsOpen
    {
        get
        {
            lock (_lock)
            {
                return clock.GetUtcNow() < _openUntil;
            }
        }
    }

    public void Succeeded()
    {
        lock (_lock)
        {
            _failures.Clear();
        }
    }

    public void Failed()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            _failures.Enqueue(now);
            while (_failures.Peek() <= now - Window)
            {
                _failures.Dequeue();
            }

            if (_failures.Count >= MaxFailures)
            {
                _openUntil = now + OpenFor;
                _failures.Clear();
            }
        }
    }
}
