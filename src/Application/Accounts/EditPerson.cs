using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Accounts;

/// <summary>How the signed-in person is called, and the language of what is mailed to her.</summary>
/// <param name="Name">At most 80 characters; empty: no name.</param>
/// <param name="Language">fr or en.</param>
public sealed record EditPerson(string? Name, string Language) : ICommand<Result>;

internal sealed class EditPersonHandler(ICurrentUser user, IAccounts accounts) : ICommandHandler<EditPerson, Result>
{
    public async Task<Result> Handle(EditPerson command, CancellationToken cancellationToken)
    {
        var name = command.Name?.Trim() ?? "";
        if (name.Length > TeamErrors.MaxNameLength)
        {
            return TeamErrors.PersonNameLength;
        }

        if (user.Id is not { } id)
        {
            return Error.NotFound;
        }

        await accounts.EditAsync(id, name, command.Language == "en" ? "en" : "fr", cancellationToken);
        return Result.Ok;
    }
}
