using MediatR;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>Ten new recovery codes instead of those before. They are of use to whoever is asked for a second proof.</summary>
public sealed record RenewRecoveryCodes : IRequest<Result<IReadOnlyList<string>>>;

internal sealed class RenewRecoveryCodesHandler(SecurityDesk desk, ISecondFactor factors) : IRequestHandler<RenewRecoveryCodes, Result<IReadOnlyList<string>>>
{
    public async Task<Result<IReadOnlyList<string>>> Handle(RenewRecoveryCodes request, CancellationToken cancellationToken)
    {
        var found = await desk.PersonAsync(cancellationToken);
        if (found.Value is not { } person)
        {
            return found.Error!;
        }

        IReadOnlyList<string> codes = [];
        var changed = await desk.ChangeAsync(
            person,
            SecurityChange.RecoveryCodesRenewed,
            async ct =>
            {
                if (!(await factors.OfAsync(person.Id, ct)).Any)
                {
                    return AccountErrors.NothingToRecover;
                }

                codes = await factors.RenewRecoveryCodesAsync(person.Id, ct);
                return Result.Ok;
            },
            cancellationToken);
        return changed.Error is { } error ? error : new Result<IReadOnlyList<string>>(codes, null);
    }
}
