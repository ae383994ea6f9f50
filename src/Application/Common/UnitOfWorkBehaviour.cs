using MediatR;
using Microsoft.EntityFrameworkCore;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Common;

/// <summary>Runs each command in one transaction; a refusal changes nothing; a lost race becomes a refusal that people understand.</summary>
public sealed class UnitOfWorkBehaviour<TRequest, TResponse>(IUnitOfWork unitOfWork, FollowUps followUps) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        try
        {
            return request is IResumable
                ? await unitOfWork.RunResumableAsync(_ => Again(next), Outcome.IsKept, cancellationToken)
                : await unitOfWork.RunAsync(_ => Again(next), Outcome.IsKept, cancellationToken);
        }
        catch (DbUpdateConcurrencyException) when (Outcome.Refusal<TResponse>(Error.EditedElsewhere) is { } refusal)
        {
            return refusal;
        }
    }

    /// <summary>Work that a broken connection or a lost race sends back to its start asks for its follow-ups once.</summary>
    private Task<TResponse> Again(RequestHandlerDelegate<TResponse> next)
    {
        followUps.Forget();
        return next();
    }
}

/// <summary>Tells refusals from successes without knowing the value's type.</summary>
internal static class Outcome
{
    public static bool IsKept<T>(T response) => response switch
    {
        Result result => result.IsOk,
        null => true,
        _ when IsResultOf(typeof(T)) => (bool)typeof(T).GetProperty(nameof(Result.IsOk))!.GetValue(response)!,
        _ => true,
    };

    /// <summary>The error as a response of type <typeparamref name="T"/>, or null when that type has no refusals.</summary>
    public static T? Refusal<T>(Error error) => typeof(T) == typeof(Result)
        ? (T)(object)new Result(error)
        : IsResultOf(typeof(T)) ? (T)Activator.CreateInstance(typeof(T), null, error)! : default;

    private static bool IsResultOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Result<>);
}
