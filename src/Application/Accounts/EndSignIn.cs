using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>Signs the person out somewhere else.</summary>
/// <param name="Place">Id of the sign-in; null: everywhere but here.</param>
public sealed record EndSignIn(string? Place) : ICommand<Result>;

internal sealed class EndSignInHandler(SecurityDesk desk, IBrowserSession browser) : ICommandHandler<EndSignIn, Result>
{
    public async Task<Result> Handle(EndSignIn command, CancellationToken cancellationToken)
    {
        var found = await desk.PersonAsync(cancellationToken);
        if (found.Value is not { } person)
        {
            return found.Error!;
        }

        if (command.Place is { } place)
        {
            return await browser.EndPlaceAsync(person.Id, place, cancellationToken) ? Result.Ok : Error.NotFound;
        }

        await browser.EndOthersAsync(person.Id, cancellationToken);
        return Result.Ok;
    }
}
