using MediatR;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>From now on a code is asked for. Gives the recovery codes, which nobody can read again.</summary>
public sealed record TurnOnAuthenticator(string? Ticket, string? Code) : IRequest<Result<IReadOnlyList<string>>>;

/// <remarks>Not a command of the pipeline: the sign-in that follows opens a unit of work of its own.</remarks>
internal sealed class TurnOnAuthenticatorHandler(SecurityDesk desk, ISecondFactor factors, Entrance entrance)
    : IRequestHandler<TurnOnAuthenticator, Result<IReadOnlyList<string>>>
{
    public async Task<Result<IReadOnlyList<string>>> Handle(TurnOnAuthenticator request, CancellationToken cancellationToken)
    {
        var found = await desk.PersonAsync(cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var person = found.Value!;
        if (factors.Redeem(person.Id, request.Ticket, request.Code) is not { } secret)
        {
            return AccountErrors.SetUpCodeWrong;
        }

        IReadOnlyList<string> codes = [];
        var changed = await desk.ChangeAsync(
            person,
            SecurityChange.AuthenticatorOn,
            async ct =>
            {
                await factors.SetAsync(person.Id, secret, ct);
                codes = await factors.RenewRecoveryCodesAsync(person.Id, ct);
                return Result.Ok;
            },
            cancellationToken);
        if (changed.Error is { } error)
        {
            return error;
        }

        // The code that was just typed is a second proof: the sign-in is as strong as the next ones will be.
        await entrance.LetInAsync(person, SignInMeans.SecondFactor, cancellationToken);
        return new Result<IReadOnlyList<string>>(codes, null);
    }
}
