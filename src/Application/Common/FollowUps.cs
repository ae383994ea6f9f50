using MediatR;

namespace WaSaas.Application.Common;

/// <summary>
/// What a command asks of the outside world once it is committed. A follow-up may be lost when the process dies in
/// between, so whoever does it must also find out from the stored state what is still to be done.
/// </summary>
public sealed class FollowUps
{
    private readonly Queue<Func<CancellationToken, Task>> _waiting = new();

    public void Add(Func<CancellationToken, Task> followUp) => _waiting.Enqueue(followUp);

    internal void Forget() => _waiting.Clear();

    internal async Task RunAsync(CancellationToken ct)
    {
        while (_waiting.TryDequeue(out var followUp))
        {
            await followUp(ct);
        }
    }
}

/// <summary>Around the unit of work: runs follow-ups after the commit, and none when the command was refused or failed.</summary>
public sealed class FollowUpBehaviour<TRequest, TResponse>(FollowUps followUps) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        followUps.Forget();
        var response = await next();
        if (Outcome.IsKept(response))
        {
            await followUps.RunAsync(cancellationToken);
        }

        return response;
    }
}
