using MediatR;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Common;

/// <summary>A message that only an owner of the shop in scope may send; its answer is a result that can say so. See ADR 37.</summary>
public interface IOwnersOnly;

public static class Deciding
{
    /// <summary>An owner, or a machine: what the installation runs by itself, and what the shop's key lets in.</summary>
    public static bool MayDecide(this ICurrentUser user) => user.Id is null || user.Role is Role.Owner;
}

/// <summary>First in the pipeline: who may not decide does not even learn whether her input was valid.</summary>
public sealed class OwnersOnlyBehaviour<TRequest, TResponse>(ICurrentUser user) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IOwnersOnly, IRequest<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) => user.MayDecide()
        ? next()
        : Task.FromResult(Outcome.Refusal<TResponse>(TeamErrors.OwnersOnly)
            ?? throw new InvalidOperationException($"{typeof(TRequest).Name} cannot be refused; let it answer a result."));
}
