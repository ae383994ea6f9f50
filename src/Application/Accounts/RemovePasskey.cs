using MediatR;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>The passkey opens nothing any more. An operator keeps at least one proof beside the password.</summary>
public sealed record RemovePasskey(string Id) : IRequest<Result>;

internal sealed class RemovePasskeyHandler(SecurityDesk desk, ISecondFactor factors, IPasskeys passkeys) : IRequestHandler<RemovePasskey, Result>
{
    public async Task<Result> Handle(RemovePasskey request, CancellationToken cancellationToken)
    {
        var found = await desk.PersonAsync(cancellationToken);
        return found.Value is not { } person
            ? found.Error!
            : await desk.ChangeAsync(person, SecurityChange.PasskeyRemoved, ct => RemoveAsync(person, request.Id, ct), cancellationToken);
    }

    private async Task<Result> RemoveAsync(Person person, string id, CancellationToken ct)
    {
        if (!await passkeys.RemoveAsync(person.Id, id, ct))
        {
            return Error.NotFound;
        }

        return person.IsOperator && !(await factors.OfAsync(person.Id, ct)).Any ? AccountErrors.OperatorNeedsFactor : Result.Ok;
    }
}
