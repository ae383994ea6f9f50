using MediatR;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>No code is asked for any more. An operator keeps at least a passkey.</summary>
public sealed record TurnOffAuthenticator : IRequest<Result>;

internal sealed class TurnOffAuthenticatorHandler(SecurityDesk desk, ISecondFactor factors) : IRequestHandler<TurnOffAuthenticator, Result>
{
    public async Task<Result> Handle(TurnOffAuthenticator request, CancellationToken cancellationToken)
    {
        var found = await desk.PersonAsync(cancellationToken);
        return found.Value is not { } person
            ? found.Error!
            : await desk.ChangeAsync(person, SecurityChange.AuthenticatorOff, ct => RemoveAsync(person, ct), cancellationToken);
    }

    private async Task<Result> RemoveAsync(Person person, CancellationToken ct)
    {
        var has = await factors.OfAsync(person.Id, ct);
        if (!has.HasAuthenticator)
        {
            return Error.NotFound;
        }

        if (person.IsOperator && has.Passkeys == 0)
        {
            return AccountErrors.OperatorNeedsFactor;
        }

        await factors.RemoveAsync(person.Id, ct);
        return Result.Ok;
    }
}
