using WaSaas.Application.Common;
using WaSaas.Domain.Common;

namespace WaSaas.Application.Accounts;

/// <summary>Somebody may run the installation from now on; the link, good for an hour, lets her choose a password.</summary>
public sealed record CreateOperator(string Email, string Language) : ICommand<Result<Uri>>;

internal sealed class CreateOperatorHandler(IAccounts accounts, AccountPost post) : ICommandHandler<CreateOperator, Result<Uri>>
{
    public async Task<Result<Uri>> Handle(CreateOperator command, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(command.Email, out var email))
        {
            return AccountErrors.EmailInvalid;
        }

        var person = await accounts.FindAsync(email, cancellationToken)
            ?? await accounts.AddAsync(new NewPerson(email, command.Language, null), cancellationToken);
        await accounts.MakeOperatorAsync(person.Id, cancellationToken);
        return await post.LinkAsync(person.Id, LinkPurpose.SetPassword, cancellationToken);
    }
}
